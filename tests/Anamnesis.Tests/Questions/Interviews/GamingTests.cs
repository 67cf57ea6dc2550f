namespace Anamnesis.Questions.Interviews;

/// <summary>Ways to score without learning anything, and that they do not pay.</summary>
public sealed class GamingTests
{
    const int Pass = 50;

    static readonly string[] Frames =
    [
        "Here are five rows. Thinking of the last patient you discharged, what happened with the {0}?",
        "In this table, how did the last {0} come about on your last shift?",
        "Tell me about the last time with {0}. How did it come about, and what happened next?",
        "Look at row 12. For the last patient of yesterday, how did {0} get into the record?",
        "Tell me about the last time with {0}.",
        "Please take yesterday's case: what did you do about {0}?",
        "Walk me through {0} as it was on Monday morning.",
    ];

    static readonly string[] ClosedFrames = ["Here are five rows. For the last patient of yesterday, was the {0} in row 12?", "In this table, did {0} change on your last shift?"];
    static readonly string[] Padding = ["I ask as it puzzles me.", "It was on page two.", "My colleague noticed that yesterday.", "There were four of these.", "No hurry at all.", "We saw that twice."];

    public static TheoryData<string> Names => Transcripts.Scenarios;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_with_the_right_words_put_in_does_not_pass(string name)
    {
        var scenario = Scenarios.Find(name);
        foreach (var frame in Frames)
        {
            Assert.All((int[])[1, 2, 4], words => Low(scenario, scenario.Topics.Select(topic => Put(frame, string.Join(' ', topic.Words.Split(' ').Take(words))))));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_with_what_an_expert_would_put_in_does_not_pass(string name)
    {
        var scenario = Scenarios.Find(name);
        Assert.All(Frames, frame => Low(scenario, scenario.Facts.Select(fact => Put(frame, fact.Hook ?? fact.Gist))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_with_a_closed_question_or_with_other_words_behind_it_does_not_pass(string name)
    {
        var scenario = Scenarios.Find(name);
        var keys = scenario.Topics.Select(topic => string.Join(' ', topic.Words.Split(' ').Take(2))).ToList();
        Assert.All(ClosedFrames, closed =>
        {
            Low(scenario, keys.Select(key => Put(closed, key)));
            Assert.All(Frames.Skip(2).Take(3), frame => Low(scenario, keys.SelectMany(key => (string[])[Put(frame, key), Put(closed, key)])));
        });
        Assert.All(Frames, frame => Low(scenario, keys.Select((key, i) => $"{Put(frame, key)} {Padding[i % Padding.Length]}")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_sentence_again_and_again_does_not_pass(string name)
    {
        var scenario = Scenarios.Find(name);
        Low(scenario, Enumerable.Repeat("Thinking of the last patient you discharged, how did it come about?", 8));
        Low(scenario, Enumerable.Repeat(Put(Frames[0], string.Join(", ", scenario.Topics.Select(topic => topic.Name))), 8));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Manners_without_a_question_do_not_pass(string name) => Low(Scenarios.Find(name),
        ["Thank you for making time. I am from the data team, I have ten minutes, and I want to understand this before I conclude.", "What should I have asked, and who else should I talk to?", "Thank you very much."]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Saying_back_what_nobody_said_brings_nothing(string name)
    {
        var talk = new Interview(Scenarios.Find(name));
        talk.Ask("Let me say it back: everything is as we thought. What have I got wrong?");
        Assert.Empty(talk.Turns.Select(turn => turn.Fact).OfType<Fact>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Writing_down_what_nobody_told_earns_nothing(string name)
    {
        var scenario = Scenarios.Find(name);
        var debrief = new Script(["How are you today?"], [.. scenario.Facts.Select(fact => fact.Gist)]).Replay(scenario);
        Assert.Equal(0, debrief.Marks.Conclusion);
        Assert.NotEmpty(debrief.Conclusion.Unheard);
    }

    [Fact]
    public void Pointing_at_what_does_not_lie_on_the_table_is_not_showing()
    {
        var scenario = Scenarios.Find("ef-missing");
        Assert.True(new Interview(scenario).Ask("The EF is empty in 77 of 3,111 stays. How did the EF get from the echo lab into the record?")!.PointsAtNothing); // the first turn is heard
        Assert.False(new Interview(scenario).Ask("The EF is empty in 1,240 of 2,066 stays. How did the EF get from the echo lab into the record?")!.PointsAtNothing); // as above
    }

    static string Put(string frame, string words) => frame.Replace("{0}", words, StringComparison.Ordinal);

    static void Low(Scenario scenario, IEnumerable<string> turns)
    {
        var polite = "Thank you for making time. I am from the data team, I have ten minutes, and I want to understand this before I conclude.";
        var debrief = new Script([polite, .. turns, "Let me say it back: it is as you say. What have I got wrong?", "What should I have asked, and who else should I talk to?"], [.. scenario.Facts.Select(fact => fact.Gist)]).Replay(scenario);
        Assert.True(debrief.Marks.Total < Pass, $"{debrief.Marks.Total}: {string.Join(" | ", debrief.Talk.Turns.Select(turn => $"{turn.Text} [{turn.Rule} {turn.Fact?.Id}]"))}");
    }
}

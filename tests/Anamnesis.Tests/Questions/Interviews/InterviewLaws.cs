using CsCheck;

namespace Anamnesis.Questions.Interviews;

/// <summary>What holds for every talk, whatever is said in it.</summary>
public sealed class InterviewLaws
{
    const int RandomTurns = 2000;

    static readonly string[] NoFact = ["leading", "self-answered", "social-pressure", "causal-leap", "blame", "privacy-risk"];

    public static TheoryData<string> Names => Transcripts.Scenarios;

    [Fact]
    public void Whatever_is_typed_there_is_an_answer_and_nothing_leaves_its_bounds()
    {
        var words = new RandomWords(7);
        for (var said = 0; said < RandomTurns;)
        {
            var talk = new Interview(Scenarios.All[words.Next(Scenarios.All.Count)], words.Next(100));
            for (var turn = 0; turn < 12 && !talk.IsOver; turn++, said++)
            {
                var answered = talk.Ask(words.Text(talk.Scenario))!; // it is not over
                Assert.False(string.IsNullOrWhiteSpace(answered.Reply));
                Assert.DoesNotContain('{', answered.Reply);
                Assert.InRange(answered.Trust, 0, 100);
                Assert.InRange(answered.Patience, 0, 100);
                Assert.True(answered.Fact is null || !answered.Linted.Flaws.Any(flaw => NoFact.Contains(flaw.Id)), answered.Text);
            }

            Assert.InRange(Debrief.Of(talk, []).Marks.Total, 0, 100);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_words_get_the_same_answers(string name)
    {
        var (one, other) = (Transcripts.Of(name, "expert").Replay(Scenarios.Find(name)), Transcripts.Of(name, "expert").Replay(Scenarios.Find(name)));
        Assert.Equal(InterviewFile.Text(one), InterviewFile.Text(other));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fact_is_told_once_and_never_before_what_it_requires(string name) => Assert.All(Transcripts.Levels, level =>
    {
        List<string> told = [];
        foreach (var fact in Transcripts.Of(name, level).Replay(Scenarios.Find(name)).Talk.Turns.Select(turn => turn.Fact).OfType<Fact>())
        {
            Assert.DoesNotContain(fact.Id, told);
            Assert.True(fact.Requires is null || told.Contains(fact.Requires), fact.Id);
            told.Add(fact.Id);
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void No_fact_comes_from_a_question_that_pushes_or_blames(string name)
    {
        var scenario = Scenarios.Find(name);
        string[] pushes = [", right?", ", isn't it?", ", don't you think?"];
        Assert.All(scenario.Facts, fact => Assert.All(pushes, push =>
        {
            var turn = new Interview(scenario).Ask(fact.Ask.TrimEnd('?', '.') + push)!; // the first turn is heard
            Assert.True(turn.Fact is null, $"{turn.Text} -> {turn.Rule}");
        }));
        Assert.All(Transcripts.Turns(name), text => Assert.True(new Interview(scenario).Ask(text) is { } turn && (turn.Fact is null || !turn.Linted.Flaws.Any(flaw => NoFact.Contains(flaw.Id))), text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Saying_it_back_clears_every_planted_belief(string name)
    {
        var talk = new Interview(Scenarios.Find(name) with { Persona = Scenarios.Find(name).Persona with { Agreeable = 1, Trust = 100, Patience = 100, Minutes = 60 } });
        foreach (var belief in talk.Scenario.Beliefs)
        {
            talk.Ask($"I assume it is because of {belief.Cues[0]}, right?");
        }

        Assert.NotEmpty(talk.Beliefs);
        talk.Ask("Let me say it back: some of it is as I thought, and some is not. What have I got wrong?");
        Assert.Empty(talk.Beliefs);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nobody_who_does_not_agree_easily_plants_anything(string name)
    {
        var talk = new Interview(Scenarios.Find(name) with { Persona = Scenarios.Find(name).Persona with { Agreeable = 0.2 } });
        var turn = talk.Ask($"I assume it is because of {talk.Scenario.Beliefs[0].Cues[0]}, right?")!; // the first turn is heard
        Assert.Equal("declines", turn.Rule);
        Assert.Empty(talk.Beliefs);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Spaces_and_curly_quotes_change_nothing(string name)
    {
        var script = Transcripts.Of(name, "expert");
        var (as_is, spaced) = (script.Replay(Scenarios.Find(name)), (script with { Turns = [.. script.Turns.Select(turn => "  " + turn.Replace(" ", "  ", StringComparison.Ordinal).Replace('\'', '’'))] }).Replay(Scenarios.Find(name)));
        Assert.Equal(as_is.Told, spaced.Told);
        Assert.Equal(as_is.Marks.Total, spaced.Marks.Total);
    }

    [Fact]
    public void Trust_and_depth_never_fall_when_a_question_is_made_concrete() => Gen.Int[0, Scenarios.All.Count - 1].Sample(
        place =>
        {
            var scenario = Scenarios.All[place];
            var shown = scenario.Shown[0];
            var (plain, concrete) = (new Interview(scenario).Ask("How did it come about?")!, new Interview(scenario).Ask($"Look at this: \"{shown}\". How did the last one come about?")!); // first turns are heard
            return concrete.Depth >= plain.Depth && concrete.Trust >= plain.Trust;
        },
        iter: 100);
}

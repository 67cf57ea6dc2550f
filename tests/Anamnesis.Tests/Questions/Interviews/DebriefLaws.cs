namespace Anamnesis.Questions.Interviews;

/// <summary>What holds for the debrief of every talk.</summary>
public sealed class DebriefLaws
{
    public static TheoryData<string> Names => Transcripts.Scenarios;

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_of_every_turn_what_it_did_and_what_would_have_done_more(string name) => Assert.All(Transcripts.Levels, level =>
    {
        var debrief = Transcripts.Of(name, level).Replay(Scenarios.Find(name));
        Assert.Equal(debrief.Talk.Turns.Count, debrief.Lessons.Count);
        Assert.All(debrief.Lessons, lesson => Assert.False(string.IsNullOrWhiteSpace(lesson.Did)));
        Assert.All(debrief.Lessons.Where(lesson => lesson.Turn.Score < 50 && lesson.Turn.Fact is null), lesson => Assert.NotNull(lesson.Better));
        Assert.All(debrief.Talk.Beliefs, id => Assert.Contains(debrief.Lessons, lesson => lesson.Turn.Planted.Contains(id) && lesson.Did.Contains("untrue", StringComparison.Ordinal)));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void The_better_question_in_the_place_of_one_that_brought_nothing_never_lowers_the_total(string name) => Assert.All(Transcripts.Levels, level =>
    {
        var (script, scenario) = (Transcripts.Of(name, level), Scenarios.Find(name));
        var debrief = script.Replay(scenario);
        foreach (var (place, lesson) in debrief.Lessons.Index().Where(one => one.Item is { Better: not null, Turn: { Score: < 70, Fact: null } }))
        {
            var better = (script with { Turns = [.. script.Turns.Take(place), lesson.Better!, .. script.Turns.Skip(place + 1)] }).Replay(scenario); // just seen
            Assert.True(better.Marks.Total >= debrief.Marks.Total, $"{debrief.Marks.Total} -> {better.Marks.Total}: {lesson.Turn.Text} -> {lesson.Better}");
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void After_a_turn_that_passed_something_new_by_the_better_question_takes_it_up(string name) => Assert.All(Transcripts.Levels, level =>
    {
        var debrief = Transcripts.Of(name, level).Replay(Scenarios.Find(name));
        foreach (var (place, lesson) in debrief.Lessons.Index().Where(one => one.Item is { Better: not null, Turn: { Offered: not null, TookHook: false, Fact: null } }))
        {
            var topic = debrief.Talk.Turns[place - 1].Topic;
            var left = debrief.Talk.Scenario.Facts.Where(fact => fact.Topic == topic && debrief.Talk.Turns.Take(place).All(turn => turn.Fact != fact) && (fact.Requires is null || debrief.Talk.Turns.Take(place).Any(turn => turn.Fact?.Id == fact.Requires))).ToList();
            Assert.True(left.Count == 0 || left.Exists(fact => fact.Ask == lesson.Better), lesson.Turn.Text);
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_counts_agree_with_what_was_said(string name) => Assert.All(Transcripts.Levels, level =>
    {
        var debrief = Transcripts.Of(name, level).Replay(Scenarios.Find(name));
        Assert.Equal(debrief.Told.Count, debrief.ByDepth.Sum(depth => depth.Told));
        Assert.Equal(debrief.Talk.Scenario.Facts.Count, debrief.ByDepth.Sum(depth => depth.Of));
        Assert.True(debrief.Marks.Bits <= debrief.Marks.OfBits);
        Assert.InRange(debrief.Marks.Total, 0, 100);
        Assert.Equal(debrief.Dropped.Count, debrief.Talk.Turns.Count(turn => turn.Offered is not null && !turn.TookHook));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void What_an_expert_does_is_on_the_list_and_what_a_bad_talk_leaves_out_is_named(string name)
    {
        var (expert, bad) = (Transcripts.Of(name, "expert").Replay(Scenarios.Find(name)), Transcripts.Of(name, "bad").Replay(Scenarios.Find(name)));
        Assert.All(expert.Checklist.Where(item => item.Id is not ("a-case" or "shown" or "mechanism")), item => Assert.True(item.Done, item.Id));
        Assert.True(bad.Checklist.Count(item => !item.Done) >= 5);
        Assert.Contains(bad.Faults, fault => fault.Id == "no-opening");
    }

    [Fact]
    public void Asking_for_names_or_being_sent_away_holds_the_total_down()
    {
        var talk = Transcripts.Of("ef-missing", "expert");
        var asked = (talk with { Turns = [.. talk.Turns.Take(9), "Can you send me the list with full names and PESEL by private e-mail?"] }).Replay(Scenarios.Find("ef-missing"));
        Assert.InRange(asked.Marks.Total, 0, 40);
        Assert.NotNull(asked.Marks.Gate);
    }

    [Fact]
    public void A_talk_without_a_note_earns_nothing_for_a_conclusion()
    {
        var talk = Transcripts.Of("ef-missing", "expert");
        var (with, without) = (talk.Replay(Scenarios.Find("ef-missing")), (talk with { Notes = [] }).Replay(Scenarios.Find("ef-missing")));
        Assert.Equal(0, without.Marks.Conclusion);
        Assert.True(with.Marks.Conclusion > 5);
    }
}

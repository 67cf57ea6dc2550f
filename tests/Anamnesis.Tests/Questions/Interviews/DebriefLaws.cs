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

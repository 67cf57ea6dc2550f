namespace Anamnesis.Questions.Interviews;

/// <summary>How much each cause explains, held against the truth.</summary>
public sealed class GapSplitTests
{
    [Theory]
    [InlineData("split: text in the report 27, outside echo 14, not indicated 9, words only 6, lost after the upgrade 4", 1.0)]
    [InlineData("Split: 27 dictated report; 14 other hospital; 9 short stays; 6 pocket device; 4 March 2022 change", 1.0)]
    [InlineData("split: report 60", 0.45)]
    [InlineData("split: nobody bothers 60", 0.0)]
    [InlineData("split: report 99999999999999999999", 0.0)]
    [InlineData("split:", 0.5)]
    public void The_score_is_one_less_half_of_what_is_wrong(string note, double score) =>
        Assert.Equal(score, GapSplit.In(Scenarios.Find("ef-missing"), ["another note", note])!.Score, 2); // a split was written

    [Fact]
    public void Nothing_is_said_where_nobody_wrote_a_split_or_the_truth_is_not_known()
    {
        Assert.Null(GapSplit.In(Scenarios.Find("ef-missing"), ["the EF is in the report"]));
        Assert.Null(GapSplit.In(Scenarios.Find("two-units"), ["split: report 60"]));
    }

    [Fact]
    public void A_split_is_in_the_debrief_and_changes_no_points()
    {
        var script = Transcripts.Of("ef-missing", "expert");
        var with = (script with { Notes = [.. script.Notes, "split: report 30, outside 10"] }).Replay(Scenarios.Find("ef-missing"));
        Assert.Equal(script.Replay(Scenarios.Find("ef-missing")).Marks, with.Marks);
        Assert.Contains("\"given\": 30", InterviewFile.Text(with), StringComparison.Ordinal);
    }
}

using Anamnesis.Cli;
using CsCheck;

namespace Anamnesis.Questions.Needs;

/// <summary>What holds for every need, whatever its scores.</summary>
public sealed class NeedLaws
{
    static readonly Gen<Dictionary<string, int>> Scores = Gen.Int[0, 7].Array[Axis.All.Count].Select(values =>
        Axis.All.Zip(values).ToDictionary(pair => pair.First.Id, pair => Math.Min(pair.Second, pair.First.Most), StringComparer.Ordinal));

    [Fact]
    public void Every_score_lies_between_nothing_and_all() => Scores.Sample(scores => NeedScore.Of(scores) is
    { Benefit: >= 0 and <= 100, Feasible: >= 0 and <= 100, Friction: > 0 and <= 1, Confidence: >= 0.6 and <= 1, StartNow: >= 0 and <= 100 });

    [Fact]
    public void One_zero_kills_the_benefit() => Gen.Select(Scores, Gen.Int[0, 3]).Sample((scores, place) =>
        NeedScore.Of(new Dictionary<string, int>(scores, StringComparer.Ordinal) { [Axis.All[place].Id] = 0 }).StartNow == 0);

    [Fact]
    public void More_is_better_except_for_regulation_and_complexity() => Gen.Select(Scores, Gen.Int[0, Axis.All.Count - 1]).Sample((scores, place) =>
    {
        var axis = Axis.All[place];
        var more = new Dictionary<string, int>(scores, StringComparer.Ordinal) { [axis.Id] = Math.Min(axis.Most, scores[axis.Id] + 1) };
        var (before, after) = (NeedScore.Of(scores).StartNow, NeedScore.Of(more).StartNow);
        return axis.Id is "regulation" or "complexity" ? after <= before : after >= before;
    });

    [Fact]
    public void The_rank_lies_within_its_range() => Scores.Array[2, 8].Sample(all =>
        NeedRanking.Of([.. all.Index().Select(one => Of($"N{one.Index}", one.Item))]).All(ranked => ranked.Best <= ranked.Rank && ranked.Rank <= ranked.Worst && ranked.Worst <= all.Length), iter: 100);

    [Fact]
    public void The_sixteen_rank_as_they_were_worked_out()
    {
        var ranking = NeedRanking.Of(NeedsFile.Examples);
        Assert.Equal("F2 F1 A1 P4 E1 A3 E4 F4 F3 E3 E2 A2 P2 A4 P1 P3".Split(' '), ranking.Select(one => one.Need.Id));
        Assert.Equal([76, 75, 64, 57, 57, 53, 52, 51, 48, 45, 39, 39, 39, 33, 30, 24], ranking.Select(one => (int)Math.Round(one.Score.StartNow)));
        Assert.Equal("1-2 1-2 3-3 4-8 4-8 4-9 4-9 4-10 6-10 9-16 11-13 11-13 11-13 14-16 14-15 16-16".Split(' '), ranking.Select(one => $"{one.Best}-{one.Worst}"));
        Assert.All(ranking, one => Assert.Empty(one.Faults));
        Assert.All(ranking, one => Assert.Empty(one.Resembles));
        Assert.Equal(["analysis", "equipment", "facility", "patients"], ranking.Select(one => one.Need.Track).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_wrong_pick_would_come_among_the_first_ten() => Assert.All(NeedsFile.WrongPicks, pick =>
        Assert.True(NeedRanking.Of(NeedsFile.Examples).Count(one => one.Score.StartNow > NeedScore.Of(pick.Scores).StartNow) >= 10, pick.Short));

    [Fact]
    public void A_wrong_pick_is_recognised_by_its_own_words() => Assert.All(NeedsFile.WrongPicks, pick => Assert.All(pick.Cues, cue =>
    {
        var ranked = NeedRanking.Of([Of("N1", pick.Scores) with { Problem = $"have {cue}" }])[0];
        Assert.Contains(ranked.Resembles, other => other.Id == pick.Id);
    }));

    [Theory]
    [InlineData("use an app", "lower returns", "app")]
    [InlineData("predict readmissions", "lower returns", "predict")]
    [InlineData("see a dashboard", "shorten the wait", "dashboard")]
    [InlineData("wear a Wristband", "lower returns", "Wristband")]
    [InlineData("find a bed", "be happier", "cannot be measured")]
    public void A_solution_or_an_outcome_that_nobody_can_measure_is_named(string problem, string outcome, string named) =>
        Assert.Contains(NeedLint.Faults(Of("N1", NeedsFile.Examples[0].Scores) with { Problem = problem, Outcome = outcome }), fault => fault.Contains(named, StringComparison.Ordinal));

    [Theory]
    [InlineData("All patients", "who")]
    [InlineData("everyone", "who")]
    public void A_population_that_cannot_be_counted_is_named(string population, string named) =>
        Assert.Contains(NeedLint.Faults(Of("N1", NeedsFile.Examples[0].Scores) with { Population = population }), fault => fault.Contains(named, StringComparison.Ordinal));

    [Fact]
    public void A_need_of_which_only_one_incident_is_known_or_that_fails_the_screen_is_a_candidate()
    {
        var sure = NeedsFile.Examples.First(need => need.Id == "F1");
        Assert.Null(NeedRanking.Of([sure])[0].Candidate);
        Assert.NotNull(NeedRanking.Of([sure with { Scores = new Dictionary<string, int>(sure.Scores, StringComparer.Ordinal) { ["evidence"] = 1 } }])[0].Candidate);
        Assert.Contains("acted-on", NeedRanking.Of([sure with { Screen = new Dictionary<string, bool?> { ["lawful"] = true, ["acted-on"] = false } }])[0].Candidate, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_are_as_ready_as_an_examination_found_them_and_never_readier()
    {
        var need = NeedsFile.Examples.First(need => need.Id == "F1");
        var (poor, good) = (NeedRanking.Of([need], _ => new NeedReadiness("operations", 1, "so", []))[0], NeedRanking.Of([need], _ => new NeedReadiness("operations", 4, "so", []))[0]);
        Assert.True(poor.Score.StartNow < good.Score.StartNow);
        Assert.Equal(NeedScore.Of(need.Scores), good.Score);
        Assert.Contains("level 1 of 4", Pitch.Markdown(poor, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pitch_fits_a_page_and_nothing_in_it_is_run() => Assert.All(NeedRanking.Of([.. NeedsFile.Examples, Of("X", NeedsFile.Examples[0].Scores) with { Problem = "a <script>alert(1)</script> | b" }]), ranked =>
    {
        var (html, markdown) = (Pitch.Html(ranked, 17), Pitch.Markdown(ranked, 17));
        Assert.DoesNotContain("<script", html + markdown, StringComparison.Ordinal);
        Assert.InRange(markdown.Split(' ', '\n').Length, 150, 700);
        Assert.Contains(ranked.Need.Outcome, html, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("needs: []\n", "line 1: there is no need")]
    [InlineData("needs:\n- id: A\n", "line 2: 'track' is missing")]
    [InlineData("needs:\n- {id: A, track: patient}\n", "line 2: track 'patient' is not known. Nearest: patients")]
    [InlineData("needs:\n- id: A\n  solution: app\n", "line 3: 'solution' is not known")]
    [InlineData("needs:\n- {id: A, track: patients, population: x, problem: y, outcome: z,\n   scores: {people: 9}}\n", "line 3: people is '9'. Expected a number from 0 to 4")]
    [InlineData("needs:\n- {id: A, track: patients, population: x, problem: y, outcome: z}\n", "line 2: 'scores' is missing")]
    [InlineData("needs: {a: b\n", "no YAML")]
    public void A_broken_file_names_the_line_and_the_field(string text, string says) =>
        Assert.Contains(says, Assert.Throws<AnamnesisException>(() => NeedsFile.Parse("needs.yaml", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_command_line_ranks_pitches_and_says_which_need_there_is()
    {
        Assert.Equal(0, CommandLine.Run("needs rank").Exit);
        Assert.Contains("\"rankWithin\"", CommandLine.Run("needs rank --json").Out, StringComparison.Ordinal);
        Assert.Contains("# Echo slots", CommandLine.Run("needs rank --pitch F2").Out, StringComparison.Ordinal);
        var wrong = CommandLine.Run("needs rank --pitch Z1");
        Assert.Equal(2, wrong.Exit);
        Assert.Contains("no need 'Z1'", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.Run("needs rank nowhere.yaml").Exit);
        using var folder = new TempFolder();
        var path = folder.At("pitch.html");
        Assert.Equal(0, CommandLine.RunAt(80, "needs", "rank", "--pitch", "F1", "--out", path).Exit);
        Assert.StartsWith("<!doctype html>", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.RunAt(80, "needs", "rank", "--pitch", "F1", "--out", folder.At("pitch.doc")).Exit);
        Assert.Equal(NeedsFile.Examples.Count, NeedsFile.Parse("x", CommandLine.Run("needs rank --example").Out).Count);
    }

    static Need Of(string id, IReadOnlyDictionary<string, int> scores) => new()
    {
        Id = id,
        Track = "facility",
        Short = "something",
        Population = "patients of one ward",
        Problem = "find a bed",
        Outcome = "lower the wait",
        Scores = scores,
    };
}

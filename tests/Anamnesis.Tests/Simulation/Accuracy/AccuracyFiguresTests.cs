using Anamnesis.Findings;
using Anamnesis.Mechanisms;

namespace Anamnesis.Simulation.Accuracy;

/// <summary>How outcomes become figures.</summary>
public sealed class AccuracyFiguresTests
{
    const string Units = "unit-mixture"; // an error
    const string Extreme = "true-extreme"; // reality

    [Fact]
    public void A_planted_mechanism_counts_once_whatever_it_raises()
    {
        var figures = Of([new(Units, 0.9, 50)], Found([Units], (Units, 0.9)), Found([Units], (Extreme, 0.6), (Units, 0.3)));
        Assert.Equal((1, 1.0, 1.0, 1.0, 1.0), (figures.Above, figures.Detected, figures.First, figures.FirstThree, figures.Verdict));
        Assert.Equal(0.5, figures.WrongFirst);
    }

    [Fact]
    public void What_is_weaker_than_its_page_says_need_not_be_found()
    {
        var figures = Of([new(Units, 0.01, 3), new(Extreme, 0.9, 10)]);
        Assert.Equal((2, 1, 0.0), (figures.Planted, figures.Above, figures.Detected));
        Assert.Null(figures.First);
    }

    [Fact]
    public void A_cause_within_three_is_not_first_and_its_verdict_counts_where_it_was_reality()
    {
        var figures = Of([new(Extreme, 0.9, 10)], Found([Extreme], (Units, 0.7), ("keying-error", 0.2), (Extreme, 0.1)));
        Assert.Equal((1.0, 0.0, 1.0, 0.0, 0.0), (figures.Detected, figures.First, figures.FirstThree, figures.Verdict, figures.VerdictReality));
    }

    [Fact]
    public void Something_else_is_right_where_nothing_acted_and_never_a_wrong_cause()
    {
        var figures = Of([], Found([], (Differential.SomethingElse, 0.9)));
        Assert.Equal((0.0, 0.1), (figures.WrongFirst, Math.Round(figures.Ece ?? 1, 9)));
    }

    [Fact]
    public void The_calibration_error_is_the_distance_of_what_is_stated_and_what_is_right()
    {
        var figures = Of([], [.. Enumerable.Range(0, 10).Select(place => Found(place < 7 ? [Units] : [], (Units, 0.95)))]);
        Assert.Equal(0.25, figures.Ece ?? 0, 9);
        Assert.Equal(0.3, figures.WrongFirst);
    }

    [Fact]
    public void Every_finding_of_a_clean_clinic_is_false_unless_the_truth_is_so()
    {
        var figures = Of([], Found([], (Units, 0.4)), Found(["not-applicable-by-design"], ("not-applicable-by-design", 0.9)) with { IsNatural = true });
        Assert.Equal(0.5, figures.FalseFindingsPer100);
        Assert.Equal(1, figures.CleanClinics);
    }

    [Fact]
    public void Each_mechanism_has_the_same_figures_of_its_own()
    {
        var figures = Of([], Found([], (Units, 0.9)), Found([], (Extreme, 0.6)), Found([], (Differential.SomethingElse, 0.7)));
        Assert.Equal([Extreme, Units], figures.Mechanisms.Select(one => one.Mechanism));
        Assert.All(figures.Mechanisms, one => Assert.Equal((1, 0.5, one.Mechanism == Units ? 0.9 : 0.6), (one.False, figures.Per100(one.False), one.Stated.Error)));
    }

    static AccuracyFigures Of(IReadOnlyList<Planted> planted, params IReadOnlyList<TrialFinding> findings)
    {
        var figures = new AccuracyFigures();
        var plan = new ClinicPlan(1, 10, []) { Process = [.. planted.Select(one => new Distortion(one.Mechanism, one.Severity))] };
        figures.Add(new TrialOutcome(new Trial(1, plan), planted, findings, Variables: 200));
        return figures;
    }

    static TrialFinding Found(IReadOnlyList<string> truth, params IReadOnlyList<(string Mechanism, double Probability)> causes)
    {
        IReadOnlyList<Candidate> ranked = [.. causes.Select(cause => Differential.Unmeasured(cause.Mechanism, cause.Probability))];
        return new TrialFinding(
            new Diagnosis
            {
                Finding = new Finding { Kind = "two-humps", Table = "labs", Columns = ["result"], Says = "x is odd", Count = 1, Denominator = 2, Rows = $"SELECT 1" },
                Differential = ranked,
                Verdict = ranked[0].Probability >= 0.5 ? ranked[0].Verdict : Verdict.Unclear,
            },
            truth,
            IsNatural: false);
    }
}

namespace Anamnesis.Simulation.Accuracy;

/// <summary>What clinics are measured on, and that those of calibration are others.</summary>
public sealed class SeriesTests
{
    static readonly TrialSize Size = new(1, 400, 100, 2016, 2023);

    static readonly IReadOnlyList<Trial> Measured = [.. Series.Accuracy.Trials(Size)];

    static readonly IReadOnlyList<Trial> Counted = [.. Series.Calibration.Trials(Size), .. Series.Calibration.Trials(Size with { Seed = 2 })];

    [Fact]
    public void Calibration_and_accuracy_share_no_seed() =>
        Assert.Empty(Measured.Select(trial => trial.Plan.Seed).Intersect(Counted.Select(trial => trial.Plan.Seed)));

    [Fact]
    public void Calibration_and_accuracy_share_no_combination_of_mechanisms() =>
        Assert.Empty(Measured.Where(trial => !trial.IsClean).Select(Combination).Intersect(Counted.Where(trial => !trial.IsClean).Select(Combination)));

    [Fact]
    public void Calibration_and_accuracy_share_no_naming_style() =>
        Assert.Empty(Measured.Select(trial => trial.Plan.Style.Id).Intersect(Counted.Select(trial => trial.Plan.Style.Id)));

    [Fact]
    public void The_same_seed_draws_the_same_clinics_and_a_longer_series_begins_with_the_shorter() =>
        Assert.Equal(Measured.Take(50).Select(Drawn), Series.Accuracy.Trials(Size with { Clinics = 50 }).Select(Drawn));

    [Fact]
    public void Every_mechanism_acts_about_as_often_as_any_other()
    {
        var counts = Measured.SelectMany(trial => trial.Plan.Process).CountBy(one => one.Mechanism).ToDictionary();
        Assert.Equal(Catalog.Of<Mechanisms.IMechanism>().Count, counts.Count);
        Assert.True(counts.Values.Max() - counts.Values.Min() <= 2, $"{counts.Values.Min()} to {counts.Values.Max()}");
    }

    [Fact]
    public void In_one_clinic_of_eight_nothing_acts_and_the_first_is_one_of_them() =>
        Assert.Equal(Enumerable.Range(0, 50).Select(place => (8 * place) + 1), Measured.Where(trial => trial.IsClean).Select(trial => trial.Number));

    [Fact]
    public void Sites_and_strengths_are_mixed_and_no_mechanism_acts_twice()
    {
        Assert.All(Measured, trial => Assert.Equal(trial.Plan.Process.Count, trial.Plan.Process.Select(one => one.Mechanism).Distinct().Count()));
        var acting = Measured.SelectMany(trial => trial.Plan.Process).ToList();
        Assert.True(acting.Select(one => one.Site).Distinct().Count() == 4);
        Assert.True(acting.Min(one => one.Severity) < 0.2 && acting.Max(one => one.Severity) > 0.95);
    }

    static string Combination(Trial trial) => string.Join('+', trial.Plan.Process.Select(one => one.Mechanism).Order(StringComparer.Ordinal));

    static string Drawn(Trial trial) => $"{trial.Plan.Seed} {trial.Plan.Style.Id} {string.Join(", ", trial.Plan.Process)}";
}

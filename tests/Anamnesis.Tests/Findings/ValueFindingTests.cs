using static Anamnesis.Findings.Planted;

namespace Anamnesis.Findings;

public sealed class ValueFindingTests
{
    static readonly string[] Values = ["two-humps", "level-shift", "extremes", "impossible-value", "repeated-value", "cross-field", "leakage"];

    [Fact]
    public void Clean_columns_give_none()
    {
        var random = new Random(1);
        Assert.Empty(Examine(
            "patient_id,age,sex,sbp,dbp,heart_rate,potassium,sodium,crp,ntprobnp,weight_change,died",
            Enumerable.Range(1, 600).Select(i =>
            {
                var sbp = random.Normal(130, 15, 0);
                return Row(i, random.Normal(70, 9, 0), i % 2 == 0 ? "F" : "M", sbp, Math.Round(sbp * 0.6 + random.Normal(0, 5, 0)), random.Normal(78, 12, 0), random.Normal(4.3, 0.4), random.Normal(139, 3, 0),
                    Math.Round(Math.Exp(random.Normal(2, 1.1, 3)), 1), Math.Round(Math.Exp(random.Normal(7, 1.2, 3))), random.Normal(0.5, 3), random.NextDouble() < 0.2 ? 1 : 0);
            }),
            Values));
    }

    [Fact]
    public void Two_units_are_two_humps_of_unit_mixture()
    {
        var random = new Random(2);
        var diagnosis = Assert.Single(Examine(
            "patient_id,site,creatinine",
            Enumerable.Range(1, 800).Select(i =>
            {
                var value = Math.Exp(random.Normal(0.05, 0.3, 3));
                return Row(i, i % 4 == 0 ? "B" : "A", i % 4 == 0 ? Math.Round(value * 88.4) : Math.Round(value, 2));
            }),
            Values));

        Assert.Equal("two-humps", diagnosis.Finding.Kind);
        Assert.InRange(diagnosis.Finding.Count, 190, 210);
        Assert.Equal("unit-mixture", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void A_lost_decimal_point_is_a_keying_error()
    {
        var random = new Random(3);
        var diagnosis = Assert.Single(Examine(
            "patient_id,potassium,sodium",
            Enumerable.Range(1, 500).Select(i => Row(i, i == 77 ? 41 : random.Normal(4.3, 0.4), random.Normal(139, 3, 0))),
            Values));

        Assert.Equal("impossible-value", diagnosis.Finding.Kind);
        Assert.Equal(1, diagnosis.Finding.Count);
        Assert.Equal("keying-error", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void An_isolated_value_of_an_unknown_column_is_extreme()
    {
        var random = new Random(4);
        var diagnosis = Assert.Single(Examine("case,xyz", Enumerable.Range(1, 400).Select(i => Row(i, i == 9 ? 81.5 : random.Normal(35, 4))), Values));

        Assert.Equal("extremes", diagnosis.Finding.Kind);
        Assert.DoesNotContain("81.5", diagnosis.Finding.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_that_steps_at_a_date_is_an_assay_switch()
    {
        var random = new Random(5);
        var diagnosis = Assert.Single(Examine(
            "patient_id,collected,troponin,age",
            Enumerable.Range(1, 2400).Select(i =>
            {
                var day = new DateTime(2021, 1, 1).AddDays(i * 0.3);
                var value = Math.Exp(random.Normal(3, 0.5, 3));
                return Row(i, day.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
                    day < new DateTime(2021, 12, 1) ? Math.Round(value, 1) : Math.Round(1.9 * value), random.Normal(70, 9, 0));
            }),
            Values));

        Assert.Equal("level-shift", diagnosis.Finding.Kind);
        Assert.Equal(new DateTime(2021, 12, 1), diagnosis.Finding.Where.From);
        Assert.Equal("assay-generation-switch", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void A_weight_that_is_copied_is_carried_forward()
    {
        var random = new Random(6);
        var rows = Enumerable.Range(1, 120).SelectMany(patient =>
        {
            var weight = random.Normal(80, 12);
            return Enumerable.Range(0, 8).Select(day =>
            {
                weight = random.NextDouble() < 0.4 ? weight : Math.Round(weight + random.Normal(0, 0.8), 1);
                return Row(patient, $"2021-03-{day + 1:00} 07:{random.Next(60):00}:00", weight, random.Normal(78, 12, 0));
            }).ToList();
        });
        var diagnosis = Assert.Single(Examine("patient_id,taken,weight,heart_rate", rows, Values));

        Assert.Equal("repeated-value", diagnosis.Finding.Kind);
        Assert.Equal("carried-forward-value", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void Exchanged_pressures_contradict_each_other()
    {
        var random = new Random(7);
        var diagnosis = Assert.Single(Examine(
            "patient_id,sbp,dbp",
            Enumerable.Range(1, 500).Select(i =>
            {
                var (sbp, dbp) = (random.Normal(135, 12, 0), random.Normal(78, 7, 0));
                return i % 100 == 0 ? Row(i, dbp, sbp) : Row(i, sbp, dbp);
            }),
            Values));

        Assert.Equal((5, "cross-field"), (diagnosis.Finding.Count, diagnosis.Finding.Kind));
        Assert.Equal("keying-error", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void A_flag_that_restates_a_threshold_is_checked_against_it()
    {
        var random = new Random(8);
        var diagnosis = Assert.Single(Examine(
            "patient_id,lesions,many",
            Enumerable.Range(1, 900).Select(i =>
            {
                var lesions = Math.Floor(-4 * Math.Log(random.NextDouble()));
                return Row(i, lesions, lesions > 5 == (i % 100 != 0) ? "yes" : "no");
            }),
            Values));

        Assert.Equal(9, diagnosis.Finding.Count);
        Assert.Equal(["many", "lesions"], diagnosis.Finding.Columns);
    }

    [Fact]
    public void A_date_of_death_of_the_living_contradicts()
    {
        var diagnosis = Assert.Single(Examine(
            "patient_id,dead,deathmonth",
            Enumerable.Range(1, 400).Select(i => Row(i, i % 5 == 0 ? 1 : 0, i % 5 == 0 || i is 3 or 4 ? (i % 12) + 1 : null)),
            Values));

        Assert.Equal((2, "cross-field"), (diagnosis.Finding.Count, diagnosis.Finding.Kind));
    }

    [Fact]
    public void A_column_that_tells_the_outcome_leaks()
    {
        var random = new Random(9);
        var diagnosis = Assert.Single(Examine(
            "patient_id,died,score_xy",
            Enumerable.Range(1, 500).Select(i =>
            {
                var died = random.NextDouble() < 0.3 ? 1 : 0;
                return Row(i, died, random.Normal(10 + (8 * died), 2));
            }),
            Values));

        Assert.Equal("leakage", diagnosis.Finding.Kind);
    }

    [Fact]
    public void A_negative_duration_is_impossible_and_a_negative_loss_is_not()
    {
        var random = new Random(10);
        var diagnosis = Assert.Single(Examine(
            "patient_id,wait_hours,wt_loss",
            Enumerable.Range(1, 500).Select(i => Row(i, i == 40 ? -17.5 : Math.Round(-5 * Math.Log(random.NextDouble()), 1), random.Normal(6, 4))),
            Values));

        Assert.Equal(("impossible-value", "wait_hours"), (diagnosis.Finding.Kind, diagnosis.Finding.Columns[0]));
    }
}

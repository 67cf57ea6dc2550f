using Anamnesis.Findings;
using static Anamnesis.Findings.Planted;

namespace Anamnesis.Mechanisms;

public sealed class ValueMechanismTests
{
    static readonly string[] Values = ["two-humps", "level-shift", "extremes", "impossible-value", "repeated-value", "cross-field"];

    [Fact]
    public void A_climbing_potassium_of_the_dying_is_a_true_extreme()
    {
        var random = new Random(1);
        var diagnosis = Assert.Single(Examine("patient_id,collected,potassium,creatinine,urea,died", Labs(random, (patient, day) => patient is 31 or 62 or 93 ? 5 + (0.9 * day) : null), Values),
            found => found.Finding.Columns.Contains("potassium"));

        Assert.Equal(("extremes", "true-extreme"), (diagnosis.Finding.Kind, diagnosis.Differential[0].Mechanism));
    }

    [Fact]
    public void A_lone_jump_between_ordinary_values_is_a_slip()
    {
        var random = new Random(2);
        var diagnosis = Assert.Single(Examine("patient_id,collected,potassium,creatinine,urea,died", Labs(random, (patient, day) => patient % 50 == 0 && day == 3 ? 45 : null), Values),
            found => found.Finding.Columns.Contains("potassium"));

        Assert.Equal("keying-error", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void Pressures_of_a_long_table_are_compared_at_their_time()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(1, 300).SelectMany(i =>
        {
            var time = new DateTime(2022, 1, 1).AddMinutes(i * 97).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
            var (sbp, dbp) = (random.Normal(135, 12, 0), random.Normal(76, 6, 0));
            (sbp, dbp) = i % 60 == 0 ? (dbp, sbp) : (sbp, dbp);
            return (string[])[Row(i % 40, time, "systolic blood pressure", sbp, "mmHg"), Row(i % 40, time, "diastolic blood pressure", dbp, "mmHg"), Row(i % 40, time, "heart rate", random.Normal(80, 9, 0), "1/min")];
        });
        var diagnosis = Assert.Single(Examine("patient_id,taken,item,value,unit", rows, "cross-field"));

        Assert.Equal(5, diagnosis.Finding.Count);
    }

    [Fact]
    public void The_unit_column_tells_a_mixture()
    {
        var random = new Random(4);
        var rows = Enumerable.Range(1, 600).SelectMany(i =>
        {
            var glucose = random.Normal(110, 15, 0);
            return (string[])[
                i % 3 == 0 ? Row(i, "glucose", Math.Round(glucose / 18, 1), "mmol/L") : Row(i, "glucose", glucose, i % 2 == 0 ? "mg/dL" : "mg/dl"),
                Row(i, "sodium", random.Normal(139, 3, 0), "mmol/L")];
        });
        var diagnosis = Assert.Single(Examine("patient_id,test,result,unit", rows, "two-humps"));

        Assert.Equal((200, "unit-mixture"), (diagnosis.Finding.Count, diagnosis.Likely?.Mechanism));
    }

    [Fact]
    public void Pounds_among_kilograms_are_a_unit_mixture()
    {
        var random = new Random(5);
        var all = Examine("patient_id,weight,height", Enumerable.Range(1, 900).Select(i =>
        {
            var weight = random.Normal(80, 10);
            return Row(i, i % 8 == 0 ? Math.Round(weight * 2.2046) : weight, random.Normal(171, 8, 0));
        }), Values);
        var diagnosis = Assert.Single(all);

        Assert.Equal(("two-humps", "unit-mixture"), (diagnosis.Finding.Kind, diagnosis.Likely?.Mechanism));
    }

    static IEnumerable<string> Labs(Random random, Func<int, int, double?> potassium) => Enumerable.Range(1, 100).SelectMany(patient => Enumerable.Range(0, 7).Select(day =>
    {
        var special = potassium(patient, day);
        var ill = special is > 6 and < 20;
        return Row(patient, $"2022-05-{day + 1:00} 06:{random.Next(60):00}:00", special is { } value ? Math.Round(value, 1) : random.Normal(4.3, 0.35),
            ill ? random.Normal(6, 0.5, 2) : random.Normal(1.1, 0.2, 2), ill ? random.Normal(190, 10, 0) : random.Normal(45, 8, 0), patient % 31 == 0 || patient % 10 == 1 ? 1 : 0);
    }));
}

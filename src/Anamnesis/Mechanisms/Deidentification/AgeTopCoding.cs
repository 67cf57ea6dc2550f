using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Deidentification;

/// <summary>Everyone over 89 is 90, or 91, or 300.</summary>
sealed class AgeTopCoding : IMechanism
{
    const double Least = 80; // years from which ages are hidden
    const double Most = 95;
    const double Impossible = 122; // years
    const double Few = 0.1; // of the frequent age: those above it

    public string Id => "age-top-coding";

    public IReadOnlyList<string> Explains => ["oldest-age", "spike", "impossible-date", "impossible-value", "extremes", "coarse-grid", "type-mix"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var (finding, age) = (@case.Finding, Ages.Are(@case));
        var numbers = @case.Variable?.Numbers;
        var top = finding is { Kind: "spike" or "oldest-age", Number: { } number } && age ? number : (double?)null;
        var above = top is { } value && numbers is not null ? numbers.CountWithin(Math.BitIncrement(value), Impossible) : (long?)null;
        var born = Placeholders(@case);
        var odd = finding.Kind is "impossible-value" or "extremes" && age && numbers is not null ? numbers.Where(one => one > Impossible) : null;
        var bands = finding.Kind == "coarse-grid" && age;
        var limits = finding.Kind == "type-mix" && age ? finding.Facts.GetValueOrDefault("limits") : 0;
        return
        [
            Sign.Strong($"the age {(top is { } t ? Says.Number(t) : "none")} is {Says.Number(Math.Round(finding.Count / Math.Max(1, finding.Facts.GetValueOrDefault("expected"))))} times as frequent as the ages below, and {above ?? 0} are older", above, top is >= Least and <= Most && above <= Few * finding.Count),
            Sign.Support("it is an age at which rules of data protection cut", top, top is >= 85 and <= 91),
            Sign.Strong($"persons of an age that nobody reaches, and {(born is { } b ? Says.Share(b) : "none")} of them by a date that stands for nothing: their births were moved away", born, born < 0.5),
            Sign.Strong($"{odd?.Total ?? 0} ages lie far above what anybody reaches, and none between", odd?.Total, odd is { Total: >= 2 } && odd.Min >= 150),
            Sign.Strong("all ages are multiples of five", null, bands),
            Sign.Strong($"{Says.Share(limits)} of the texts among the ages are limits such as '>89'", limits, limits >= 0.2),
            Sign.Against("it is no age", null, !age && finding.Kind != "impossible-date"),
            Sign.Against("it is no age at which rules of data protection cut, or many are older", top, finding.Kind is "spike" or "oldest-age" && age && !(top is >= Least and <= Most && above <= Few * finding.Count)),
            Sign.Against("the dates are not those of births, or stand for nothing", born, finding.Kind == "impossible-date" && !(born < 0.5)),
            Sign.Against("single ages just beyond what people reach: nobody hides those", odd?.Total, finding.Kind is "impossible-value" or "extremes" && age && !(odd is { Total: >= 2 } && odd.Min >= 150)),
        ];
    }

    /// <summary>Share of the births that are dates which programs write for nothing; null for other findings than impossible ages.</summary>
    static double? Placeholders(Case @case) => @case.Finding is not { Kind: "impossible-date", Token: "age" } ? null
        : @case.Dataset.Row<double?>(
            $"SELECT avg(CASE WHEN date_trunc('day', birth) IN ({Sql.Join(", ", ImpossibleDate.Placeholders.Select(day => (Sql)$"{day}"))}) THEN 1.0 ELSE 0.0 END) FROM ({@case.Finding.Rows}) AS persons",
            row => row.NumberAt(0));

    /// <summary>From an age on all are of that age, which is lower the stricter the rule, and their births are moved two hundred years away.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting)
    {
        var oldest = 92 - Math.Round(4 * setting.Severity);
        return
        [
            $"UPDATE record.patients SET birth_date = CAST(birth_date - INTERVAL 200 YEAR AS DATE) WHERE patient_id IN (SELECT patient_id FROM record.stays WHERE age >= {oldest})",
            $"UPDATE record.stays SET age = {oldest} WHERE age > {oldest}",
        ];
    }
}

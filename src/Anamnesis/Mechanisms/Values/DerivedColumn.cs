using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Values;

/// <summary>A number that nobody measured: computed from other columns, converted, or filled by a model.</summary>
sealed class DerivedColumn : IMechanism
{
    const int ManyFine = 15; // different values with many decimals
    const double OneOfThem = 0.3; // share of the most frequent among them; a constant, not a computation
    const double Computed = 0.5; // of the texts among numbers
    const double Fives = 0.27; // in the other unit; 0.2 by chance

    public string Id => "derived-column";

    public IReadOnlyList<string> Explains => ["computed-column", "cross-field", "off-grid", "converted-values", "type-mix"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        return @case.Finding.Kind switch
        {
            "computed-column" => [Sign.Strong($"the formula holds in {Says.Share(@case.Finding.Share)} of the rows to the last digit", @case.Finding.Share, true)],
            "cross-field" =>
            [
                Sign.Strong($"one column is {Says.Number(facts.GetValueOrDefault("computed"))} times the other in every one of {@case.Finding.Count:N0} rows", @case.Finding.Count, facts.ContainsKey("computed")),
                Sign.Against("some rows differ, where a computation would not", @case.Finding.Count, !facts.ContainsKey("computed")),
            ],
            "type-mix" =>
            [
                Sign.Strong($"{Says.Share(facts.GetValueOrDefault("infinite"))} of the texts are numbers divided by zero: a program computed the column, and nobody measures that", facts.GetValueOrDefault("infinite"), facts.GetValueOrDefault("infinite") >= Computed),
                Sign.Against("few or none of the texts are what a program gives when it divides by zero", facts.GetValueOrDefault("infinite"), facts.GetValueOrDefault("infinite") < Computed),
            ],
            "converted-values" => [Sign.Strong($"{@case.Finding.Share:P0} of the values are multiples of {Says.Number(facts.GetValueOrDefault("step"))}, and their digits there are used evenly", facts.GetValueOrDefault("step"), facts.GetValueOrDefault("fives") < Fives)],
            _ => OfDecimals(@case),
        };
    }

    /// <summary>Severity is the share of stays, 4 in 10 at most, whose saturation of transferrin a program fills from the ferritin.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.stays AS stays SET tsat = round(2.7183 + 4.0817 * ln(stays.ferritin), 5)
        FROM {setting.Draws("stays")} AS draws
        WHERE draws.row_id = stays.row_id AND stays.ferritin > 0 AND draws.u1 < {setting.Severity * 0.4}
        """,
    ];

    static IReadOnlyList<Sign> OfDecimals(Case @case)
    {
        var fine = @case.Variable?.Numbers.Where(value => Grid.Decimals(value) >= 4) ?? Frequencies.Empty;
        var most = fine.Total == 0 ? 0 : (double)fine.CountOf(fine.Mode) / fine.Total;
        var written = @case.Finding.Facts.ContainsKey("pointzero");
        return
        [
            Sign.Strong($"the {fine.Total:N0} values with many decimals are {fine.Values.Count:N0} different ones, as a formula or a model gives", fine.Values.Count, !written && fine.Values.Count >= ManyFine && most < OneOfThem),
            Sign.Against($"one value makes up {Says.Share(most)} of those with many decimals", most, !written && most >= OneOfThem),
            Sign.Against("no number is another one by it", null, written),
        ];
    }
}

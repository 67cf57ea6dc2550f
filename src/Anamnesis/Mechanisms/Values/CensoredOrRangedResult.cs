using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Values;

/// <summary>Results with an edge or a range: &lt;3, &gt;60, 35-40 %.</summary>
sealed class CensoredOrRangedResult : IMechanism
{
    const double HeapAtEdge = 10;

    public string Id => "censored-or-ranged-result";

    public IReadOnlyList<string> Explains => ["type-mix", "spike", "disguised-missing", "extremes"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var (limits, ranges) = (facts.GetValueOrDefault("limits"), facts.GetValueOrDefault("ranges"));
        var spike = @case.Finding.Kind == "spike";
        var edge = facts.GetValueOrDefault("top") == 1 || facts.GetValueOrDefault("bottom") == 1;
        var counted = facts.GetValueOrDefault("bottom") == 1 && @case.Finding.Number == 1 && @case.Variable?.Numbers.Values.All(value => value == Math.Floor(value)) == true;
        var heap = @case.Finding.Count / Math.Max(1, facts.GetValueOrDefault("expected"));
        var age = Deidentification.Ages.Are(@case);
        return
        [
            Sign.Strong($"{Says.Share(limits)} of the texts are limits such as '<3'", limits, limits >= 0.2),
            Sign.Strong($"{Says.Share(ranges)} of the texts are ranges such as '1-2'", ranges, ranges >= 0.2),
            Sign.Strong($"the value is the {(facts.GetValueOrDefault("top") == 1 ? "largest" : "smallest")} of all and {Says.Number(Math.Round(heap))} times as frequent as its neighbours", heap, spike && edge && !counted && heap >= HeapAtEdge),
            Sign.Support("there is nothing beyond it", @case.Finding.Number, spike && edge && !counted),
            Sign.Against("it is one, where counting begins", @case.Finding.Number, spike && counted),
            Sign.Against("it is an age, which no analyser limits", null, age),
            Sign.Against("it lies in the middle of the values", @case.Finding.Number, spike && !edge),
            Sign.Against("the code lies far from the other values", @case.Finding.Number, @case.Finding.Kind == "disguised-missing"),
        ];
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.labs SET result = '<' || CAST(floor(limits.low) AS VARCHAR)
        FROM (SELECT {setting.Once($"SELECT quantile_cont(CAST(result AS DOUBLE), least(0.9, {setting.Severity})) FROM truth.labs WHERE test = 'crp'")} AS low) AS limits
        WHERE test = 'crp' AND TRY_CAST(result AS DOUBLE) < floor(limits.low)
        """,
    ];
}

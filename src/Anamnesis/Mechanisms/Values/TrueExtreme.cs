using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Values;

/// <summary>Extreme and true: the patient was on the way there, other measurements agree, and it ended badly more often.</summary>
sealed class TrueExtreme : IMechanism
{
    public string Id => "true-extreme";

    public IReadOnlyList<string> Explains { get; } = ["extremes", "impossible-value", "two-humps"];

    public IReadOnlyList<Sign> Signs(Case @case) => @case.Finding.Kind == "two-humps"
        ? [Sign.Against("the second hump is as regular as the first", @case.Finding.Share, @case.Finding.Share > 0.01)]
        : [.. OfCells(@case)];

    /// <summary>Severity is the share of the stays ending in death in which potassium climbs, day by day, to values seen only in the dying, with urea and creatinine.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.labs AS labs
        SET result = CASE labs.test
            WHEN 'potassium' THEN CAST(CAST(floor(10 * (8.6 + 1.2 * climb.share)) / 10.0 AS DECIMAL(6, 1)) AS VARCHAR)
            WHEN 'urea' THEN CAST(CAST(floor(CAST(labs.result AS DOUBLE PRECISION) * 3) AS BIGINT) AS VARCHAR)
            ELSE CAST(CAST(floor(100 * CAST(labs.result AS DOUBLE PRECISION) * 3) / 100.0 AS DECIMAL(6, 2)) AS VARCHAR) END
        FROM (SELECT theirs.row_id, draws.u1 AS draw,
                percent_rank() OVER (PARTITION BY theirs.stay_id ORDER BY theirs.collected) AS share
            FROM record.labs AS theirs
            JOIN record.stays AS stays ON stays.stay_id = theirs.stay_id AND stays.died = 1
            JOIN {setting.Draws("stays")} AS draws ON draws.row_id = stays.row_id) AS climb
        WHERE climb.row_id = labs.row_id AND climb.draw < {setting.Severity * 0.1} AND labs.test IN ('potassium', 'urea', 'creatinine')
        """,
    ];

    static IEnumerable<Sign> OfCells(Case @case)
    {
        if (OddCells.Of(@case) is not { } cells)
        {
            yield break;
        }

        var neighbours = Neighbours.Of(@case, cells);
        var leaning = neighbours is not null && neighbours.Leaning > 0.6 * neighbours.Cells;
        yield return Sign.Strong(
            $"the patient's values before or after are unusual, too, in {neighbours?.Leaning ?? 0} of {neighbours?.Cells ?? 0} cases", neighbours?.Leaning, leaning);
        yield return Sign.Against(
            $"the patient's values before and after are ordinary in {neighbours?.Calm ?? 0} of {neighbours?.Cells ?? 0} cases",
            neighbours?.Calm,
            neighbours is not null && neighbours.Calm > 0.6 * neighbours.Cells);
        var companions = Companions.Of(@case);
        yield return Sign.Support(
            $"{companions?.Agreeing ?? 0} of {companions?.Columns ?? 0} other measurements are unusual in the same rows",
            companions?.Agreeing,
            companions is not null && companions.Agreeing >= Math.Max(2, 0.3 * companions.Columns));
        var outcomes = Outcomes.Of(@case);
        yield return Sign.Support(
            $"the outcome happened in {outcomes?.Odd ?? 0:P0} of these rows and {outcomes?.Others ?? 0:P0} of the others",
            outcomes?.Odd,
            outcomes is { Rows: >= 3, Odd: > 0 } && outcomes.Odd >= 2 * outcomes.Others);
        var impossible = @case.Finding.Kind == "impossible-value" && @case.Variable is { } odd && Findings.Signs.ByName(odd);
        impossible = impossible || @case.Variable is { } variable && Limits.Of(variable) is { } limits && (cells.Odd.Min < limits.Hard.Low || cells.Odd.Max > limits.Hard.High);
        yield return Sign.Against("such a value is impossible for a living adult, the instrument or the quantity", impossible ? 1 : 0, impossible);
        yield return Sign.Support($"several patients show it, each another value ({cells.Odd.Values.Count})", cells.Odd.Values.Count, !impossible && cells.Odd.Values.Count >= 5);
        yield return Sign.Against($"one simple edit brings {cells.Repairable:P0} of the values among the others", cells.Repairable, !leaning && cells.AreSingle && cells.Repairable >= 0.5);
    }
}

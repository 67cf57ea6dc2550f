using Anamnesis.Engines;

namespace Anamnesis.Mechanisms.Values;

/// <summary>The tube, not the patient: haemolysis, delay, blood from an infusion arm.</summary>
sealed class PreanalyticalSpecimenArtefact : IMechanism
{
    const double OverFalls = 5;

    /// <summary>What leaves red cells when they break.</summary>
    static readonly HashSet<string> InCells = new(StringComparer.Ordinal) { "potassium", "ldh", "ast", "phosphate", "magnesium" };

    public string Id => "preanalytical-specimen-artefact";

    public IReadOnlyList<string> Explains => ["lone-rises", "extremes"];

    public IReadOnlyList<Sign> Signs(Case @case) => @case.Finding.Kind == "lone-rises" ? OfRises(@case) : [.. OfCells(@case)];

    /// <summary>Severity 1 is one potassium sample in eight that is haemolysed on the way.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.labs AS labs
        SET result = CAST(CAST(floor(10 * (TRY_CAST(labs.result AS DOUBLE PRECISION) + 1.3 + 1.5 * draws.u2)) / 10.0 AS DECIMAL(6, 1)) AS VARCHAR)
        FROM {setting.Draws("labs")} AS draws
        WHERE draws.row_id = labs.row_id AND labs.test = 'potassium' AND TRY_CAST(labs.result AS DOUBLE PRECISION) IS NOT NULL AND draws.u1 < {setting.Severity * 0.125}
        """,
    ];

    static IReadOnlyList<Sign> OfRises(Case @case)
    {
        var facts = @case.Finding.Facts;
        var (rises, falls) = (facts.GetValueOrDefault("rises"), facts.GetValueOrDefault("falls"));
        var known = @case.Variable?.Variable.Known;
        var place = @case.Concentration(@case.Table.Reading.Of(Profiling.Role.Site));
        return
        [
            Sign.Strong($"{rises:0} values rise alone and are gone in the next sample, {falls:0} fall so", rises, rises >= OverFalls * Math.Max(1, falls)),
            Sign.Support("it is in red cells and rises when they break", null, known is not null && InCells.Contains(known)),
            Sign.Support($"{place?.Largest ?? 0:P0} of them come from one place that gives {place?.Elsewhere ?? 0:P0} of all", place?.Largest, place is var (largest, all) && largest >= 2 * all),
            Sign.Against($"{falls:0} values fall alone, too", falls, falls > 0.5 * rises),
        ];
    }

    static IEnumerable<Sign> OfCells(Case @case)
    {
        if (OddCells.Of(@case) is not { } cells)
        {
            yield break;
        }

        var cellular = @case.Variable?.Variable.Known is { } known && InCells.Contains(known);
        var neighbours = Neighbours.Of(@case, cells);
        var calm = neighbours is not null && neighbours.Calm > 0.6 * neighbours.Cells;
        yield return Sign.Strong($"it is in red cells, and the samples before and after are ordinary in {neighbours?.Calm ?? 0} of {neighbours?.Cells ?? 0} cases", neighbours?.Calm, cellular && calm && cells.Repairable < 0.5);
        yield return Sign.Against("broken cells do not raise it", null, !cellular);
        yield return Sign.Against($"one simple edit brings {cells.Repairable:P0} of the values among the others", cells.Repairable, cells.Repairable >= 0.5);
        yield return Sign.Against($"the samples before or after are unusual, too, in {neighbours?.Leaning ?? 0} of {neighbours?.Cells ?? 0} cases", neighbours?.Leaning, neighbours is not null && !calm && neighbours.Leaning > 0.6 * neighbours.Cells);
    }
}

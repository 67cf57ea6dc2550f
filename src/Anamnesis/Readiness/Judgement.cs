namespace Anamnesis.Readiness;

/// <summary>Judges readiness: every dimension once, every use by its gates.</summary>
public static class Judgement
{
    /// <summary>Fitness for every use, in the order of their ids.</summary>
    public static IReadOnlyList<Fitness> Of(Evidence evidence)
    {
        var gates = Catalog.Of<IDimension>().Select(dimension => dimension.Assess(evidence)).ToList();
        return [.. Catalog.Of<IUse>().Select(use => use.Judge(gates)).OrderBy(fitness => fitness.Use, StringComparer.Ordinal)];
    }
}

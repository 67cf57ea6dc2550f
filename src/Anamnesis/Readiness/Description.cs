namespace Anamnesis.Readiness;

/// <summary>How many, how much, for whom: audit, registry report.</summary>
sealed class Description : IUse
{
    public string Id => "description";

    public Fitness Judge(IReadOnlyList<Gate> gates) => Gated.By(Id, gates, [("structure-conformance", 2), ("identity", 2), ("representativeness", 2), ("protection-and-permission", 3)]);
}

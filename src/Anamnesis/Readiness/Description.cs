namespace Anamnesis.Readiness;

/// <summary>How many, how much, for whom: audit, registry report.</summary>
sealed class Description : IUse
{
    public string Id => "description";

    public Fitness Judge(IReadOnlyList<Gate> gates) => Gated.By(Id, gates);
}

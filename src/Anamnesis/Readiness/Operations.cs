namespace Anamnesis.Readiness;

/// <summary>Flow, capacity, timeliness, process mining.</summary>
sealed class Operations : IUse
{
    public string Id => "operations";

    public Fitness Judge(IReadOnlyList<Gate> gates) => Gated.By(Id, gates);
}

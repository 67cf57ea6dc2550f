namespace Anamnesis.Readiness;

/// <summary>Does treatment change the outcome: target-trial emulation.</summary>
sealed class CausalQuestion : IUse
{
    public string Id => "causal";

    public Fitness Judge(IReadOnlyList<Gate> gates) => Gated.By(Id, gates);
}

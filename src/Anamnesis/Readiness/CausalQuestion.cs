namespace Anamnesis.Readiness;

/// <summary>Does treatment change the outcome: target-trial emulation.</summary>
sealed class CausalQuestion : IUse
{
    public string Id => "causal";

    public Fitness Judge(IReadOnlyList<Gate> gates) => Gated.By(Id, gates, [("outcome-integrity", 3), ("temporal-integrity", 3), ("completeness-explained", 3), ("representativeness", 2), ("provenance", 2), ("protection-and-permission", 3)]);
}

using Anamnesis.Mechanisms;

namespace Anamnesis.Readiness;

/// <summary>May we, and what did protection cost?</summary>
sealed class ProtectionAndPermission : IDimension
{
    public string Id => "protection-and-permission";

    public Gate Assess(Evidence evidence)
    {
        var cost = evidence.Diagnoses.Where(d => d.Verdict == Verdict.Deid).Take(20).Select(d => d.Finding.Id).ToList();
        return new Gate(
            Id, 0, cost, $"Permission was not judged.{(cost.Count == 0 ? string.Empty : " Something was changed to protect people, and cannot be undone.")}{Alone.Says(evidence)}",
            "purpose, legal basis and retention stand in documents, not in data");
    }
}

namespace Anamnesis.Readiness;

/// <summary>May we, and what did protection cost?</summary>
sealed class ProtectionAndPermission : IDimension
{
    public string Id => "protection-and-permission";

    public Gate Assess(Evidence evidence) => new Gate(
        Id, 0,
        [.. evidence.Diagnoses.Where(d => d.Verdict == Mechanisms.Verdict.Deid).Take(20).Select(d => d.Finding.Id)],
        "Permission was not judged.", "purpose, legal basis and retention stand in documents, not in data");
}

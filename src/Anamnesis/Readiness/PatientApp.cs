namespace Anamnesis.Readiness;

/// <summary>Shown to the patient, or advising the patient; telemonitoring.</summary>
sealed class PatientApp : IUse
{
    public string Id => "patient-app";

    public Fitness Judge(IReadOnlyList<Gate> gates) => Gated.By(Id, gates, [("identity", 4), ("value-plausibility", 3), ("temporal-integrity", 3), ("documentation-and-dialogue", 3), ("protection-and-permission", 4)]);
}

namespace Anamnesis.Readiness;

/// <summary>Shown to the patient, or advising the patient; telemonitoring.</summary>
sealed class PatientApp : IUse
{
    public string Id => "patient-app";

    public Fitness Judge(IReadOnlyList<Gate> gates) => Gated.By(Id, gates);
}

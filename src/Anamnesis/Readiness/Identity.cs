namespace Anamnesis.Readiness;

/// <summary>One person = one id, one stay = one stay?</summary>
sealed class Identity : IDimension
{
    public string Id => "identity";

    public Gate Assess(Evidence evidence) => Held.Back(
        Id, evidence,
        ["duplicate-rows", "same-person", "duplicate-key"],
        ["duplicate-patient-identity", "interface-resend-duplicate"],
        fit: 0.002, usable: 0.02, "Duplicate rows and persons");
}

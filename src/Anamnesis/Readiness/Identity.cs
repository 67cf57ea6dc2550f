namespace Anamnesis.Readiness;

/// <summary>One person = one id, one stay = one stay?</summary>
sealed class Identity : IDimension
{
    public string Id => "identity";

    public Gate Assess(Evidence evidence) => Held.Back(
        new Held.Dimension(Id, "duplicate-rows", "same-person", "duplicate-key"), evidence, fit: 0.001, usable: 0.02, "Duplicate rows and persons");
}

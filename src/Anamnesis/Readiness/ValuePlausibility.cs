namespace Anamnesis.Readiness;

/// <summary>Could these values come from living adults and working instruments?</summary>
sealed class ValuePlausibility : IDimension
{
    public string Id => "value-plausibility";

    public Gate Assess(Evidence evidence) => Held.Back(
        new Held.Dimension(Id, "impossible-value", "extremes", "cross-field", "repeated-value", "spike", "last-digits", "two-humps", "disguised-missing", "off-grid"),
        evidence, fit: 0.0005, usable: 0.01, "Impossible, odd and invented values");
}

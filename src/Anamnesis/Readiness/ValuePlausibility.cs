namespace Anamnesis.Readiness;

/// <summary>Could these values come from living adults and working instruments?</summary>
sealed class ValuePlausibility : IDimension
{
    public string Id => "value-plausibility";

    public Gate Assess(Evidence evidence) => Held.Back(
        Id, evidence,
        ["impossible-value", "extremes", "cross-field", "repeated-value", "spike", "last-digits", "two-humps", "disguised-missing", "off-grid"],
        ["keying-error", "sentinel-coded-missing", "terminal-digit-preference", "form-default-accepted", "carried-forward-value", "silent-imputation-constant"],
        fit: 0.0005, usable: 0.01, "Impossible, odd and invented values");
}

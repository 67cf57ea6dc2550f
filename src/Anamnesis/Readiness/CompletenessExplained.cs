namespace Anamnesis.Readiness;

/// <summary>What is missing, and do we know why?</summary>
sealed class CompletenessExplained : IDimension
{
    public string Id => "completeness-explained";

    public Gate Assess(Evidence evidence) => Held.Back(
        Id, evidence,
        ["missing", "co-missing", "missing-by-answer", "missing-at-site", "missingness-step", "missing-in-less-sick", "missing-in-sicker", "disguised-missing", "gap"],
        ["selective-ordering-by-severity", "paper-only-result", "not-applicable-by-design", "form-field-introduced-or-retired", "interface-outage-gap"],
        fit: 0.10, usable: 0.40, "Missing cells");
}

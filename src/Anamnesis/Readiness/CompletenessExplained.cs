namespace Anamnesis.Readiness;

/// <summary>What is missing, and do we know why?</summary>
sealed class CompletenessExplained : IDimension
{
    const double Explained = 0.5; // of the cells beyond what is usable

    public string Id => "completeness-explained";

    public Gate Assess(Evidence evidence) => Held.Back(
        new Held.Dimension(Id, "missing", "co-missing", "missing-by-answer", "missing-at-site", "missingness-step", "missing-in-less-sick", "missing-in-sicker", "disguised-missing", "gap")
        {
            Always = ["gap"], // rows that were never delivered
            SetsAside = diagnosis => diagnosis.Likely?.Mechanism == "not-applicable-by-design", // what does not apply is not absent
        },
        evidence, fit: 0.10, usable: 0.40, "Missing cells", Explained);
}

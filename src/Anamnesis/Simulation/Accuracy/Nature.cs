namespace Anamnesis.Simulation.Accuracy;

/// <summary>What is so in the truth of a clinic without anybody distorting it, and the mechanism that it is an instance of.</summary>
static class Nature
{
    internal const string Extreme = "true-extreme";

    const string ByDesign = "not-applicable-by-design";

    static readonly string[] Missing = ["missing", "missing-by-answer", "missing-at-site", "co-missing", "missing-in-sicker", "missing-in-less-sick"];

    static readonly IReadOnlyList<(string Table, string[] Columns, string[] Kinds, string Mechanism)> Facts =
    [
        ("ecgs", ["pr", "reader", "stay_id"], Missing, ByDesign), // no P waves to measure; nobody read over it; an outpatient
        ("labs", ["stay_id"], Missing, ByDesign),
        ("diagnoses", ["stay_id", "visit_id", "position"], Missing, ByDesign),
        ("notes", ["stay_id", "visit_id", "ward"], Missing, ByDesign),
        ("drug_orders", ["stopped"], Missing, ByDesign), // still taken
        ("patients", ["death_date"], Missing, ByDesign), // alive
        ("diagnoses", ["coded"], ["edge"], "extract-window-truncation"), // the extract is cut by admission, and coding takes weeks
        ("procedures", ["coded"], ["edge"], "extract-window-truncation"),
        ("drug_given", ["scheduled"], ["round-times"], "batch-charting-round-times"), // doses are planned for the full hour
    ];

    internal static IReadOnlyList<string> Of(string kind, string table, IReadOnlyList<string> columns) =>
        kind == "extremes" ? [Extreme] // what nobody changed is as it was
            : [.. Facts.Where(fact => fact.Table == table && fact.Kinds.Contains(kind) && fact.Columns.Any(columns.Contains)).Select(fact => fact.Mechanism)];
}

using Anamnesis.Findings;

namespace Anamnesis.Examinations;

/// <summary>Leaves out plain findings that a more specific one says already.</summary>
static class Plain
{
    const double Covers = 0.8; // share of the plain finding's cells

    static readonly string[] MoreThanMissing = ["missing-by-answer", "missing-at-site", "missingness-step", "missing-in-less-sick", "missing-in-sicker", "co-missing", "gap", "edge"];

    internal static List<Finding> WithoutSaidAlready(List<Finding> findings) =>
        [.. findings.Where(finding => finding.Kind switch
        {
            "missing" => !findings.Exists(other => Says(other, finding)),
            "co-missing" => !findings.Exists(other => Decides(other, finding)),
            _ => true,
        })];

    /// <summary>Another column's answer decides about the whole block.</summary>
    static bool Decides(Finding other, Finding block) =>
        other.Kind == "missing-by-answer" && other.Table == block.Table && other.Facts.GetValueOrDefault("strict") == 1 && other.Facts.GetValueOrDefault("covered") >= Covers
        && block.Columns.All(other.Columns.Contains);

    static bool Says(Finding other, Finding plain) =>
        MoreThanMissing.Contains(other.Kind) && other.Table == plain.Table && other.Where.Item == plain.Where.Item
        && other.Columns.Contains(plain.Columns[0]) && other.Count >= Covers * plain.Count;
}

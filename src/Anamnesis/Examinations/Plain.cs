using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Examinations;

/// <summary>Leaves out findings that a more specific one says already.</summary>
static class Plain
{
    const double Covers = 0.8; // share of the plain finding's cells
    const double Decisive = 0.95; // share of the empty cells that one answer accounts for, so that nothing is left for others to explain
    const double FarMore = 2; // times the difference between sicker and less sick
    const long FewCells = 5; // that damage may have put where they stand
    const double FewShare = 0.02;
    const double Alike = 0.02; // difference of shares up to which a copied table says the same as its original

    static readonly string[] MoreThanMissing = ["missing-by-answer", "missing-at-site", "missingness-step", "missing-in-less-sick", "missing-in-sicker", "co-missing", "gap", "edge", "only-yes", "number-in-text"];

    internal static List<Finding> WithoutSaidAlready(List<Finding> findings, Profile profile)
    {
        var told = findings.Where(finding => !IsOfCopy(finding, findings, profile) && !IsOfDamage(finding, profile)).ToList();
        var deciding = told.Where(finding => Decided(finding) && !IsPlace(finding, told)).ToList();
        return [.. told.Where(finding =>
            !deciding.Exists(other => IsDecided(finding, other))
            && !(finding.Kind == "co-missing" && told.Exists(other => Decides(other, finding)))
            && !told.Exists(other => IsOfPlace(finding, other) || IsOpen(finding, other))
            && !IsPlace(finding, told)
            && !(finding.Kind == "missing" && told.Exists(other => Says(other, finding))))];
    }

    /// <summary>A few odd cells of a file that was damaged on its way: cells moved where bytes were lost, and the damage is told already.</summary>
    static bool IsOfDamage(Finding finding, Profile profile) =>
        finding.Kind is "extremes" or "impossible-value" or "type-mix" or "disguised-missing" or "cross-field" && finding.Count <= FewCells && finding.Share <= FewShare
        && profile.Table(finding.Table)?.Table is { RejectedRows: > 0 } table && table.Notes.Any(note => note is { Topic: "encoding", Column: null } && note.Says.Contains("no text", StringComparison.Ordinal));

    /// <summary>The finding stands in a table that repeats another, and the other has it as well.</summary>
    static bool IsOfCopy(Finding finding, List<Finding> findings, Profile profile) =>
        profile.Copies.FirstOrDefault(copy => copy.Copy.Name == finding.Table) is { } copy && finding.Kind != "repeated-table"
        && findings.Exists(other => other.Table == copy.Original.Name && other.Kind == finding.Kind && other.Columns.SequenceEqual(finding.Columns)
            && other.Variable == finding.Variable && other.Token == finding.Token && other.Number == finding.Number && Math.Abs(other.Share - finding.Share) <= Alike);

    /// <summary>Another column's answer decides about the whole block.</summary>
    static bool Decides(Finding other, Finding block) =>
        other.Kind == "missing-by-answer" && other.Table == block.Table && other.Facts.GetValueOrDefault("strict") == 1 && other.Facts.GetValueOrDefault("covered") >= Covers
        && block.Columns.All(other.Columns.Contains);

    static bool Says(Finding other, Finding plain) =>
        MoreThanMissing.Contains(other.Kind) && other.Table == plain.Table && (other.Where.Item == plain.Where.Item || IsOfAllItems(other, plain))
        && other.Columns.Contains(plain.Columns[0]) && other.Count >= Covers * plain.Count;

    /// <summary>The whole column is empty under certain answers, so that it says nothing about single items.</summary>
    static bool IsOfAllItems(Finding other, Finding plain) => other.Kind == "missing-by-answer" && other.Where.Item is null && plain.Where.Item is not null && other.Facts.GetValueOrDefault("covered") >= Covers;

    /// <summary>Whether it is there follows from one answer or one place, without exception.</summary>
    static bool Decided(Finding finding) =>
        (finding.Kind == "missing-by-answer" && finding.Facts.GetValueOrDefault("strict") == 1 && finding.Facts.GetValueOrDefault("covered") >= Decisive && finding.Facts.GetValueOrDefault("elsewhere") <= 1 - Decisive)
        || (finding.Kind == "missing-at-site" && finding.Facts.GetValueOrDefault("decided") == 1);

    /// <summary>The answer is a place of which another finding says the same.</summary>
    static bool IsPlace(Finding finding, List<Finding> findings) => finding.Kind == "missing-by-answer"
        && findings.Exists(other => other.Kind == "missing-at-site" && other.Table == finding.Table && other.Columns.SequenceEqual(finding.Columns));

    /// <summary>A looser tie of columns whose absence another finding explains without exception.</summary>
    static bool IsDecided(Finding finding, Finding other) =>
        finding != other && finding.Table == other.Table && finding.Kind is "missing-at-site" or "missingness-step" or "missing-in-less-sick" or "missing-in-sicker" or "co-missing"
        && !Decided(finding) && Missing(finding).All(Missing(other).Contains);

    /// <summary>Sicker and less sick differ in a column, but places differ in it far more.</summary>
    static bool IsOfPlace(Finding finding, Finding other) => finding.Kind is "missing-in-sicker" or "missing-in-less-sick" && other.Kind == "missing-at-site" && other.Table == finding.Table
        && other.Facts.GetValueOrDefault("high") - other.Facts.GetValueOrDefault("low") >= FarMore * Math.Abs(finding.Facts.GetValueOrDefault("ill") - finding.Facts.GetValueOrDefault("well"))
        && Missing(finding).All(Missing(other).Contains);

    /// <summary>Ends are open because the extract ends, which another finding says.</summary>
    static bool IsOpen(Finding finding, Finding other) =>
        finding.Kind == "missingness-step" && other is { Kind: "edge", Token: "open" } && other.Table == finding.Table && finding.Columns.SequenceEqual(other.Columns);

    static IEnumerable<string> Missing(Finding finding) => finding.Kind is "missing-by-answer" or "missing-at-site" ? finding.Columns.SkipLast(1) : finding.Columns;
}

using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Findings.Contradictions;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;
using Anamnesis.Questions;

namespace Anamnesis.Examinations;

/// <summary>Tells one fact once: findings of one kind and one first cause about several items of a column, or about several columns of a table.</summary>
/// <remarks>What stands alone by nature, such as an extreme value or an impossible date, is never rolled up. The probabilities are the mean of those of the parts.</remarks>
static class RollUp
{
    const int FewestItems = 3;
    const int FewestColumns = 2;
    const int FewestUnclear = 4; // columns whose cause is not known may have one each
    const int FewestMultiples = 5; // of one column; a few are told one by one, each with its factor
    const long FewestSampled = 1_000; // rows in the sample: an error of 3 % of them
    const string Unclear = "unclear";

    static readonly HashSet<string> OfItems = ["off-grid", "last-digits", "spike", "missing", "repeated-value"];

    internal static List<Diagnosis> Of(List<Diagnosis> diagnoses, Profile profile, Dataset dataset, IReadOnlyList<Answer> answers)
    {
        var groups = diagnoses.GroupBy(Key).Where(group => group.Key is { } key && group.Count() >= Fewest(key)).ToList();
        var parts = groups.SelectMany(group => group).Select(part => part.Finding.Id).ToHashSet();
        return [.. diagnoses.Where(diagnosis => !parts.Contains(diagnosis.Finding.Id)),
            .. SideBySide.Each(groups, group => One([.. group.OrderByDescending(Diagnose.Importance).ThenBy(part => part.Finding.Id, StringComparer.Ordinal)], group.Key!.Value.Item, profile, dataset, answers))]; // only groups with a key are here
    }

    static int Fewest((string Kind, string Table, string About, string? First, bool Item) key) => key switch
    {
        { Item: true } => FewestItems,
        { Kind: "cross-field" } => FewestMultiples,
        { About: Unclear } => FewestUnclear,
        _ => FewestColumns,
    };

    /// <summary>What has to be equal for findings to tell one fact; null for a finding that stands alone.</summary>
    static (string Kind, string Table, string About, string? First, bool Item)? Key(Diagnosis diagnosis)
    {
        var finding = diagnosis.Finding;
        var first = diagnosis.Differential.Count > 0 ? diagnosis.Differential[0].Mechanism : null;
        return finding switch
        {
            { Where.Item: not null } when OfItems.Contains(finding.Kind) => (finding.Kind, finding.Table, finding.Columns[0], first, true),
            { Where.Item: not null } => null,
            { Kind: "missing-by-answer" } => (finding.Kind, finding.Table, finding.Columns[^1], first, false),
            { Kind: "missing-at-site" } => (finding.Kind, finding.Table, $"{finding.Columns[^1]}\u001f{finding.Where.Site}", first, false),
            { Kind: "cross-field" } when finding.Facts.ContainsKey(Twins.Multiple) => (finding.Kind, finding.Table, finding.Columns[0], first, false),
            { Kind: "spellings" } => (finding.Kind, finding.Table, finding.Token ?? string.Empty, first, false),
            { Kind: "missing" } => (finding.Kind, finding.Table, diagnosis.Likely is null ? Unclear : string.Empty, first, false),
            _ => null,
        };
    }

    static Diagnosis One(List<Diagnosis> parts, bool items, Profile profile, Dataset dataset, IReadOnlyList<Answer> answers)
    {
        var first = parts[0].Finding;
        var findings = parts.ConvertAll(part => part.Finding);
        var table = profile.Table(first.Table)!; // findings are about tables of the profile
        var about = first.Kind is "missing-by-answer" or "missing-at-site" ? first.Columns.TakeLast(1) : [];
        var condition = findings.TrueForAll(finding => finding.Condition is not null) ? Sql.Join(" OR ", findings.Select(finding => (Sql)$"({finding.Condition!})")) : null; // just seen
        var (rows, estimated) = items || condition is null ? (findings.Sum(finding => finding.Count), false) : Rows(findings, condition, table, dataset);
        var finding = first with
        {
            Columns = [.. findings.SelectMany(finding => finding.Columns).Except(about).Distinct(), .. about],
            Variable = null,
            Where = first.Where with { Item = null },
            Number = null,
            Token = items ? "items" : "columns",
            Says = $"{first.Says.TrimEnd('.')}; likewise {Others(first, findings, items, profile)}",
            Count = rows,
            Denominator = items ? findings.Sum(finding => finding.Denominator) : table.Table.Rows,
            Condition = condition,
            Rows = condition is null ? first.Rows : Draft.Showing(table.Table, condition),
            Estimated = estimated || findings.Exists(finding => finding.Estimated),
        };
        var said = answers.Where(answer => answer.Finding == finding.Id).ToList();
        return Diagnose.From(finding, AnswerBook.Rerank(Mean(parts), said), said);
    }

    /// <summary>Rows that one of the findings is about: counted, or estimated where the sample of a large table holds many of them.</summary>
    static (long Rows, bool Estimated) Rows(List<Finding> findings, Sql condition, TableProfile table, Dataset dataset)
    {
        var least = findings.Max(finding => finding.Count);
        return table.Sampled is { } sample && least >= FewestSampled * table.OneIn
            ? (Math.Clamp((long)(table.Table.Rows * dataset.Number($"SELECT avg(CASE WHEN {condition} THEN 1.0 ELSE 0.0 END) FROM {sample}")), least, table.Table.Rows), true)
            : ((long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {condition}"), false);
    }

    /// <summary>The other items or columns, in words.</summary>
    static string Others(Finding first, List<Finding> findings, bool items, Profile profile)
    {
        var others = findings.Skip(1).ToList();
        return items
            ? $"{(others.Count == 1 ? "one other item" : $"{others.Count} other items")} ({Says.List(others.ConvertAll(finding => profile.Table(finding.Table)?.Item(finding.Where.Item!)?.Variable.Label ?? finding.Where.Item!))})" // a finding about an item
            : $"{Says.List([.. others.SelectMany(finding => finding.Columns).Except(first.Columns).Distinct()])}{(first.Kind == "missing-by-answer" ? " under answers of its own" : string.Empty)}";
    }

    /// <summary>The mean of the differentials; the signs are those of the first.</summary>
    static List<Candidate> Mean(List<Diagnosis> parts) =>
        [.. parts[0].Differential
            .Select(candidate => candidate with { Probability = parts.Average(part => part.Differential.FirstOrDefault(other => other.Mechanism == candidate.Mechanism)?.Probability ?? 0) })
            .OrderByDescending(candidate => candidate.Probability)];
}

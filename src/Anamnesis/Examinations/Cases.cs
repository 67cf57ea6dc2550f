using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;

namespace Anamnesis.Examinations;

/// <summary>What mechanisms look at to explain a finding: in large tables the sampled patients, unless the finding is too rare for them.</summary>
/// <remarks>Each question about a rare finding costs a scan of all rows: a few findings of a table of a million rows get it, none of a table of ten million.</remarks>
sealed class Cases(Profile profile, Dataset dataset)
{
    const long EnoughSampled = 20; // rows of a finding that the sample should hold
    const int MostRare = 6; // findings a table
    const long MostRareRows = 6_000_000; // rows read for rare findings of a table

    readonly Dictionary<string, int> _rare = [];
    readonly Dictionary<(string Table, string? Item), Sql> _items = [];

    /// <summary>The cases of findings, in their order; a table without a row has no profile, only the names of its columns.</summary>
    internal IReadOnlyList<Case> Of(IReadOnlyList<Finding> findings) => [.. findings.Select(Of).OfType<Case>()];

    Case? Of(Finding finding)
    {
        if (profile.Table(finding.Table) is not { } table)
        {
            return dataset.Tables.FirstOrDefault(one => one.Name == finding.Table) is { } empty ? new Case(finding, Empty(empty), null, profile, dataset) : null;
        }

        var variable = finding.Where.Item is { } item ? table.Item(item) : finding.Columns.Count > 0 ? table.Column(finding.Columns[0]) : null;
        if (table.Sampled is not { } sampled || IsLookedAtWhole(table, finding))
        {
            return new Case(finding, table, variable, profile, dataset);
        }

        var part = table.Table with { From = sampled };
        return new Case(
            finding,
            table with { Reading = table.Reading with { Table = part } },
            variable is null ? null : variable with { Variable = variable.Variable with { Table = variable.Variable.Item is null ? part : ItemRows(part, variable.Variable) } },
            profile,
            dataset);
    }

    /// <summary>A table without a row says no more than the names of its columns.</summary>
    static TableProfile Empty(Table table) => new()
    {
        Reading = new TableReading
        {
            Table = table,
            Layout = Layout.Other,
            Confidence = 0,
            Reason = "it has no row",
            Columns = [.. table.Columns.Select(column => new ColumnReading { Column = column, Role = Role.Other, Confidence = 0, Reason = "there is nothing in it", IsEmpty = true })],
        },
        Variables = [],
    };

    /// <summary>The sampled rows of one item, taken out once for all questions about it.</summary>
    Table ItemRows(Table part, Variable variable)
    {
        var key = (part.Name, variable.Item);
        if (!_items.TryGetValue(key, out var from))
        {
            _items[key] = from = Sample.Slice(dataset, part, part.From, variable.Rows);
        }

        return part with { From = from };
    }

    bool IsLookedAtWhole(TableProfile table, Finding finding)
    {
        if (finding.Count / table.OneIn >= EnoughSampled)
        {
            return false;
        }

        var rare = _rare.GetValueOrDefault(finding.Table);
        _rare[finding.Table] = rare + 1;
        return rare < Math.Min(MostRare, MostRareRows / Math.Max(1, table.Table.Rows));
    }
}

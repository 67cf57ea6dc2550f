using System.Text.RegularExpressions;
using Anamnesis.Engines;

namespace Anamnesis.Simulation;

/// <summary>What a statement would change in a table of the record, and the question that tells it without changing anything.</summary>
/// <param name="Table">The table that it would change.</param>
/// <param name="Rows">What would happen to rows of it.</param>
/// <param name="Columns">The columns to which it gives values; none where whole rows come or go.</param>
/// <param name="Question">Creates the table of those rows: as they come, the <c>row_id</c> of those that go, and beside it <c>before</c> and <c>now</c> of every column that gets a value.</param>
sealed partial record Change(ClinicTable Table, ChangedRows Rows, IReadOnlyList<string> Columns, string Question)
{
    /// <summary>Where the answer is.</summary>
    internal Sql Answer => Sql.Raw(In(Rows, Table));

    /// <summary>Whether a row may stand more than once in the answer, as after a join.</summary>
    internal bool MayRepeat { get; private init; }

    /// <summary>Null where the statement changes no table of the record.</summary>
    internal static Change? Of(string statement, IReadOnlyList<ClinicTable> tables)
    {
        if (Head().Match(statement) is not { Success: true } head)
        {
            return null;
        }

        var table = tables.Single(one => one.Name == head.Groups["table"].Value);
        var alias = head.Groups["alias"] is { Success: true } named ? named.Value : table.Name;
        var tail = statement[head.Length..];
        return head.Groups["verb"].Value switch
        {
            "UPDATE" => Update(table, alias, tail),
            "DELETE FROM" => new Change(table, ChangedRows.Removed, [], $"CREATE OR REPLACE TABLE {In(ChangedRows.Removed, table)} AS SELECT {alias}.row_id FROM record.{table.Name} AS {alias} {Draws.Chosen($"record.{table.Name}", tail)}"),
            _ => new Change(table, ChangedRows.Added, [], $"""
                CREATE OR REPLACE TABLE {In(ChangedRows.Added, table)} AS SELECT * FROM record.{table.Name} LIMIT 0;
                INSERT INTO {In(ChangedRows.Added, table)} {tail}
                """),
        };
    }

    static Change Update(ClinicTable table, string alias, string tail)
    {
        (var record, tail) = Draws.Own($"record.{table.Name}", alias, tail) ?? ($"record.{table.Name}", tail);
        var (first, where) = Clause.Cut(tail, "WHERE");
        var (set, from) = Clause.Cut(first, "FROM");
        var cells = Clause.Split(set).Select(cell => Cell().Match(cell)).Select(cell => (Column: cell.Groups["column"].Value, Value: cell.Groups["value"].Value.Trim())).ToList();
        var values = cells.Select(cell => $", {alias}.\"{cell.Column}\" AS \"before {cell.Column}\", CAST({cell.Value} AS {table.Recorded.Columns.Single(column => column.Name == cell.Column).Type}) AS \"now {cell.Column}\"");
        return new Change(table, ChangedRows.Differing, [.. cells.Select(cell => cell.Column)], $"""
            CREATE OR REPLACE TABLE {In(ChangedRows.Differing, table)} AS SELECT {alias}.row_id{string.Concat(values)}
            FROM {record} AS {alias}{(from is null ? string.Empty : "," + from)} {(where is null ? string.Empty : "WHERE" + where)}
            """)
        {
            MayRepeat = from is not null,
        };
    }

    static string In(ChangedRows rows, ClinicTable table) => $"part.{rows switch { ChangedRows.Added => "added", ChangedRows.Removed => "removed", _ => "changed" }}_{table.Name}";

    [GeneratedRegex(@"^\s*(?<verb>UPDATE|DELETE FROM|INSERT INTO) record\.(?<table>\w+)( AS (?<alias>\w+))?(\s+SET\b)?\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Head();

    [GeneratedRegex("^\\s*\"?(?<column>\\w+)\"?\\s*=(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Cell();
}

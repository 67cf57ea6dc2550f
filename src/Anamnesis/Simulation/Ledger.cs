using System.Text.RegularExpressions;
using Anamnesis.Engines;

namespace Anamnesis.Simulation;

/// <summary>Lets a mechanism act on the rows in its scope and writes down every cell that it changed.</summary>
/// <remarks><c>ledger (tab VARCHAR, row_id BIGINT, col VARCHAR, before VARCHAR, after VARCHAR, mechanism VARCHAR, place BIGINT)</c>: <c>place</c> counts the
/// distortions in the order in which they acted; a whole row that came or went has <c>col</c> <c>*</c>.</remarks>
static class Ledger
{
    internal static void Clear(Dataset clinic) =>
        clinic.Execute($"CREATE OR REPLACE TABLE ledger (tab VARCHAR, row_id BIGINT, col VARCHAR, before VARCHAR, after VARCHAR, mechanism VARCHAR, place BIGINT)");

    /// <summary>The statements act on a copy of the rows in scope, in the schema <c>part</c>; what differs afterwards is written down and brought into the record.</summary>
    internal static void Act(Dataset clinic, IReadOnlyList<ClinicTable> tables, IReadOnlyList<Sql> statements, Distortion distortion, int place)
    {
        var text = string.Join('\n', statements.Select(statement => statement.Text));
        var touched = tables.Where(table => Mentions(text, $"record\\.{table.Name}")).ToList();
        foreach (var table in touched)
        {
            clinic.Execute($"CREATE OR REPLACE TABLE {table.In("part")} AS SELECT * FROM {table.In("record")} WHERE {table.Scope(distortion)}");
            if (MovesRows(text, table))
            {
                clinic.Execute($"CREATE OR REPLACE TEMP TABLE {Was(table)} AS SELECT row_id FROM {table.In("part")}");
            }
        }

        foreach (var statement in statements)
        {
            clinic.Execute(Sql.Raw(statement.Text.Replace("record.", "part.", StringComparison.Ordinal)));
        }

        foreach (var table in touched)
        {
            if (MovesRows(text, table))
            {
                Rows(clinic, table, distortion, place);
            }

            if (Mentions(text, $"UPDATE record\\.{table.Name}"))
            {
                Cells(clinic, table, [.. table.Names.Where(column => Mentions(text, column))], distortion, place);
            }
        }
    }

    static void Rows(Dataset clinic, ClinicTable table, Distortion distortion, int place)
    {
        var (record, part) = (table.In("record"), table.In("part"));
        Sql removed = $"SELECT row_id FROM {Was(table)} WHERE row_id NOT IN (SELECT row_id FROM {part})";
        clinic.Execute($"INSERT INTO ledger SELECT {table.Name}, row_id, '*', 'removed', NULL, {distortion.Mechanism}, {place} FROM ({removed})");
        clinic.Execute($"DELETE FROM {record} WHERE row_id IN ({removed})");
        clinic.Execute($"INSERT INTO ledger SELECT {table.Name}, p.row_id, '*', NULL, 'added', {distortion.Mechanism}, {place} FROM {part} AS p ANTI JOIN {record} AS r ON r.row_id = p.row_id");
        clinic.Execute($"INSERT INTO {record} SELECT p.* FROM {part} AS p ANTI JOIN {record} AS r ON r.row_id = p.row_id");
    }

    static void Cells(Dataset clinic, ClinicTable table, IReadOnlyList<string> columns, Distortion distortion, int place)
    {
        var names = columns.Select(column => new Name(column)).ToList();
        var differ = Sql.Join(" OR ", names.Select(name => (Sql)$"r.{name} IS DISTINCT FROM p.{name}"));
        var both = Sql.Join(", ", names.Select(name => (Sql)$"r.{name} AS {Before(name)}, p.{name}"));
        clinic.Execute($"CREATE OR REPLACE TEMP TABLE changed AS SELECT p.row_id, {both} FROM {table.In("part")} AS p JOIN {table.In("record")} AS r ON r.row_id = p.row_id WHERE {differ}");
        var counts = clinic.Row(
            $"SELECT {Sql.Join(", ", names.Select(name => (Sql)$"count(*) FILTER (WHERE {Before(name)} IS DISTINCT FROM {name})"))} FROM changed",
            row => names.Select((_, at) => row.CountAt(at)).ToList());
        var changed = names.Where((_, at) => counts[at] > 0).ToList();
        foreach (var name in changed)
        {
            clinic.Execute($"""
                INSERT INTO ledger SELECT {table.Name}, row_id, {name.Text}, CAST({Before(name)} AS VARCHAR), CAST({name} AS VARCHAR), {distortion.Mechanism}, {place}
                FROM changed WHERE {Before(name)} IS DISTINCT FROM {name}
                """);
        }

        if (changed.Count > 0)
        {
            var set = Sql.Join(", ", changed.Select(name => (Sql)$"{name} = changed.{name}"));
            clinic.Execute($"UPDATE {table.In("record")} AS r SET {set} FROM changed WHERE changed.row_id = r.row_id");
        }
    }

    static bool MovesRows(string text, ClinicTable table) => Mentions(text, $"(INSERT INTO|DELETE FROM) record\\.{table.Name}");

    static Name Was(ClinicTable table) => new("was_" + table.Name);

    static Name Before(Name column) => new("before " + column.Text);

    static bool Mentions(string text, string pattern) => Regex.IsMatch(text, $@"\b{pattern}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}

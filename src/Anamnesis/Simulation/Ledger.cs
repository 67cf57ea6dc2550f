using Anamnesis.Engines;
using Anamnesis.Mechanisms;

namespace Anamnesis.Simulation;

/// <summary>Lets a mechanism act on the rows in its scope and writes down every cell that it changed.</summary>
/// <remarks><c>ledger (tab VARCHAR, row_id BIGINT, col VARCHAR, before VARCHAR, after VARCHAR, mechanism VARCHAR, place BIGINT)</c>: <c>place</c> counts the
/// distortions in the order in which they acted; a whole row that came or went has <c>col</c> <c>*</c>.</remarks>
static class Ledger
{
    /// <summary>The type of a column of few words, kept and written as numbers.</summary>
    internal static Sql Words(IEnumerable<string> words) => $"ENUM({Sql.Join(", ", words.Distinct(StringComparer.Ordinal).Select(word => (Sql)$"{word}"))})";

    internal static Sql Mechanisms => Words(Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id));

    /// <summary>Lets mechanisms act one after the other; the schema <c>part</c> holds what one of them would change.</summary>
    internal static void Write(Dataset clinic, IEnumerable<Act> acts)
    {
        Clear(clinic);
        clinic.Execute($"DROP SCHEMA IF EXISTS part CASCADE; CREATE SCHEMA part");
        foreach (var act in acts)
        {
            Write(clinic, act);
        }

        clinic.Execute($"DROP SCHEMA part CASCADE");
    }

    static void Clear(Dataset clinic)
    {
        var columns = ClinicTables.All.SelectMany(table => table.Names).Prepend("*");
        clinic.Execute($"""
            CREATE OR REPLACE TABLE ledger (tab {Words(ClinicTables.All.Select(table => table.Name))}, row_id BIGINT, col {Words(columns)}, before VARCHAR, after VARCHAR,
                mechanism {Mechanisms}, place BIGINT)
            """);
    }

    /// <summary>All that would change is asked for before any of it is written down and brought into the record: its statements see the record as the act found it.</summary>
    static void Write(Dataset clinic, Act act)
    {
        foreach (var question in act.Questions)
        {
            clinic.Execute(question);
        }

        foreach (var change in act.Changes)
        {
            if (change.Rows == ChangedRows.Differing)
            {
                Cells(clinic, act, change);
            }
            else
            {
                Rows(clinic, act, change);
            }
        }
    }

    static void Rows(Dataset clinic, Act act, Change change)
    {
        var (rows, record, (before, after)) = (change.Answer, change.Table.In("record"), change.Rows == ChangedRows.Added ? ((string?)null, "added") : ("removed", null));
        if (change.Rows == ChangedRows.Added && clinic.Number($"SELECT count(*) - count(DISTINCT row_id) + (SELECT count(*) FROM {record} AS r JOIN {rows} AS a ON a.row_id = r.row_id) FROM {rows}") > 0)
        {
            clinic.Execute($"CREATE OR REPLACE TABLE {rows} AS SELECT DISTINCT ON (row_id) * FROM {rows} WHERE row_id NOT IN (SELECT row_id FROM {record}) ORDER BY ALL"); // nobody adds a row twice
        }

        clinic.Execute($"INSERT INTO ledger SELECT {change.Table.Name}, row_id, '*', {before}, {after}, {act.Distortion.Mechanism}, {act.Place} FROM {rows}");
        clinic.Execute(change.Rows == ChangedRows.Added ? (Sql)$"INSERT INTO {record} SELECT * FROM {rows}" : $"DELETE FROM {record} WHERE row_id IN (SELECT row_id FROM {rows})");
    }

    static void Cells(Dataset clinic, Act act, Change change)
    {
        var rows = change.Answer;
        if (change.MayRepeat && clinic.Number($"SELECT count(*) - count(DISTINCT row_id) FROM {rows}") > 0)
        {
            clinic.Execute($"CREATE OR REPLACE TABLE {rows} AS SELECT DISTINCT ON (row_id) * FROM {rows} ORDER BY ALL"); // of several values the least, the same on every run
        }

        Sql Differs(string column) => $"{Before(column)} IS DISTINCT FROM {Now(column)}";
        var cells = change.Columns.Select(column => (Sql)$"""
            SELECT {change.Table.Name}, row_id, {column}, CAST({Before(column)} AS VARCHAR), CAST({Now(column)} AS VARCHAR), {act.Distortion.Mechanism}, {act.Place} FROM {rows} WHERE {Differs(column)}
            """);
        clinic.Execute($"INSERT INTO ledger {Sql.Join(" UNION ALL ", cells)}");
        var set = Sql.Join(", ", change.Columns.Select(column => (Sql)$"{new Name(column)} = changed.{Now(column)}"));
        clinic.Execute($"UPDATE {change.Table.In("record")} AS r SET {set} FROM {rows} AS changed WHERE changed.row_id = r.row_id AND ({Sql.Join(" OR ", change.Columns.Select(Differs))})");
    }

    static Name Before(string column) => new("before " + column);

    static Name Now(string column) => new("now " + column);
}

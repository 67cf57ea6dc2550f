using Anamnesis.Engines;

namespace Anamnesis.Simulation;

/// <summary>Lets a mechanism act on the rows in its scope and writes down every cell that it changed.</summary>
/// <remarks><c>ledger (tab VARCHAR, row_id BIGINT, col VARCHAR, before VARCHAR, after VARCHAR, mechanism VARCHAR, place BIGINT)</c>: <c>place</c> counts the
/// distortions in the order in which they acted; a whole row that came or went has <c>col</c> <c>*</c>.</remarks>
static class Ledger
{
    internal static void Clear(Dataset clinic) =>
        clinic.Execute($"CREATE OR REPLACE TABLE ledger (tab VARCHAR, row_id BIGINT, col VARCHAR, before VARCHAR, after VARCHAR, mechanism VARCHAR, place BIGINT)");

    /// <summary>
    /// The statements act on the schema <c>part</c>: of every table that they change it holds a copy of the rows in scope, as narrow as it may be, and a
    /// view of the others. What differs afterwards is written down and brought into the record.
    /// </summary>
    internal static void Write(Dataset clinic, Act act)
    {
        clinic.Execute($"DROP SCHEMA IF EXISTS part CASCADE");
        clinic.Execute($"CREATE SCHEMA part");
        foreach (var table in act.Touched)
        {
            Take(clinic, table, act);
        }

        foreach (var statement in act.Parted())
        {
            clinic.Execute(statement);
        }

        foreach (var table in act.Touched.Where(act.Removes)) // all of them before the first goes: a scope may ask for the stays
        {
            clinic.Execute($"CREATE TABLE {Removed(table)} AS SELECT row_id FROM {table.In("record")} AS r ANTI JOIN {table.In("part")} AS p ON p.row_id = r.row_id WHERE {table.Scope(act.Distortion)}");
        }

        foreach (var table in act.Touched)
        {
            Rows(clinic, table, act);
            if (act.Updates(table))
            {
                Cells(clinic, table, act);
            }
        }
    }

    static void Take(Dataset clinic, ClinicTable table, Act act)
    {
        var (record, part, scope) = (table.In("record"), table.In("part"), table.Scope(act.Distortion));
        if (!act.Changes(table) || act.OnlyAdds(table))
        {
            clinic.Execute($"CREATE VIEW {part} AS SELECT * FROM {record} WHERE {scope}");
            if (act.OnlyAdds(table))
            {
                clinic.Execute($"CREATE TABLE {Added(table)} AS SELECT * FROM {record} LIMIT 0");
            }

            return;
        }

        var columns = act.Columns(table);
        var before = Sql.Join(string.Empty, act.Updates(table) ? columns.Select(name => (Sql)$", {new Name(name)} AS {Before(name)}") : []);
        if (act.TakesAll(table))
        {
            clinic.Execute($"CREATE TABLE {part} AS SELECT * FROM {record} WHERE {scope}");
            clinic.Execute($"CREATE OR REPLACE TEMP TABLE {Was(table)} AS SELECT row_id{before} FROM {part}");
            return;
        }

        // Columns that an update may change stand twice, so that nothing need be joined to see what changed.
        var narrow = Sql.Join(string.Empty, columns.Select(name => (Sql)$", {new Name(name)}"));
        clinic.Execute($"CREATE TABLE {part} AS SELECT row_id{narrow}{before} FROM {record} WHERE {scope}");
    }

    static void Rows(Dataset clinic, ClinicTable table, Act act)
    {
        var (record, part, mechanism) = (table.In("record"), table.In("part"), act.Distortion.Mechanism);
        if (act.Removes(table))
        {
            clinic.Execute($"INSERT INTO ledger SELECT {table.Name}, row_id, '*', 'removed', NULL, {mechanism}, {act.Place} FROM {Removed(table)}");
            clinic.Execute($"DELETE FROM {record} WHERE row_id IN (SELECT row_id FROM {Removed(table)})");
        }

        if (act.Adds(table))
        {
            var added = act.OnlyAdds(table) ? (Sql)$"SELECT * FROM {Added(table)}" : $"SELECT p.* FROM {part} AS p ANTI JOIN {Was(table)} AS w ON w.row_id = p.row_id";
            clinic.Execute($"INSERT INTO ledger SELECT {table.Name}, row_id, '*', NULL, 'added', {mechanism}, {act.Place} FROM ({added})");
            clinic.Execute($"INSERT INTO {record} {added}");
        }
    }

    static void Cells(Dataset clinic, ClinicTable table, Act act)
    {
        var names = act.Columns(table);
        Sql both = act.TakesAll(table)
            ? (Sql)$"SELECT p.row_id{Sql.Join(string.Empty, names.Select(name => (Sql)$", p.{new Name(name)}, w.{Before(name)}"))} FROM {table.In("part")} AS p JOIN {Was(table)} AS w ON w.row_id = p.row_id"
            : $"SELECT * FROM {table.In("part")}";
        var differ = Sql.Join(" OR ", names.Select(name => (Sql)$"{Before(name)} IS DISTINCT FROM {new Name(name)}"));
        clinic.Execute($"CREATE OR REPLACE TEMP TABLE changed AS SELECT * FROM ({both}) WHERE {differ}");
        var counts = clinic.Row(
            $"SELECT {Sql.Join(", ", names.Select(name => (Sql)$"count(*) FILTER (WHERE {Before(name)} IS DISTINCT FROM {new Name(name)})"))} FROM changed",
            row => names.Select((_, at) => row.CountAt(at)).ToList());
        var changed = names.Where((_, at) => counts[at] > 0).ToList();
        foreach (var name in changed)
        {
            clinic.Execute($"""
                INSERT INTO ledger SELECT {table.Name}, row_id, {name}, CAST({Before(name)} AS VARCHAR), CAST({new Name(name)} AS VARCHAR), {act.Distortion.Mechanism}, {act.Place}
                FROM changed WHERE {Before(name)} IS DISTINCT FROM {new Name(name)}
                """);
        }

        if (changed.Count > 0)
        {
            var set = Sql.Join(", ", changed.Select(name => (Sql)$"{new Name(name)} = changed.{new Name(name)}"));
            clinic.Execute($"UPDATE {table.In("record")} AS r SET {set} FROM changed WHERE changed.row_id = r.row_id");
        }
    }

    static Name Was(ClinicTable table) => new("was_" + table.Name);

    static Sql Added(ClinicTable table) => Sql.Raw("part.added_" + table.Name);

    static Sql Removed(ClinicTable table) => Sql.Raw("part.removed_" + table.Name);

    static Name Before(string column) => new("before " + column);
}

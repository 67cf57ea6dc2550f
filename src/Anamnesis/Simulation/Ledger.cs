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

    internal static void Clear(Dataset clinic)
    {
        var columns = ClinicTables.All.SelectMany(table => table.Names).Prepend("*");
        clinic.Execute($"""
            CREATE OR REPLACE TABLE ledger (tab {Words(ClinicTables.All.Select(table => table.Name))}, row_id BIGINT, col {Words(columns)}, before VARCHAR, after VARCHAR,
                mechanism {Mechanisms}, place BIGINT)
            """);
    }

    /// <summary>
    /// The statements act on the schema <c>part</c>: of every table that they change it holds a copy of the rows in scope, as narrow as it may be, and a
    /// view of the others. What differs afterwards is written down and brought into the record, when all that differs is known: a scope may ask for the stays.
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

        var changed = act.Touched.Where(act.Updates).ToDictionary(table => table, table => Compare(clinic, table, act));
        foreach (var table in act.Touched.Where(table => act.Removes(table) && !act.OnlyRemoves(table)))
        {
            clinic.Execute($"CREATE TABLE {Removed(table)} AS SELECT row_id FROM {table.In("record")} AS r ANTI JOIN {table.In("part")} AS p ON p.row_id = r.row_id WHERE {table.Scope(act.Distortion)}");
        }

        foreach (var table in act.Touched)
        {
            Rows(clinic, table, act);
            if (changed.TryGetValue(table, out var names))
            {
                Cells(clinic, table, act, names);
            }
        }
    }

    static void Take(Dataset clinic, ClinicTable table, Act act)
    {
        var (record, part, scope) = (table.In("record"), table.In("part"), table.Scope(act.Distortion));
        if (!act.Changes(table) || act.OnlyAdds(table) || act.OnlyRemoves(table))
        {
            clinic.Execute($"CREATE VIEW {part} AS SELECT * FROM {record} WHERE {scope}");
            if (act.OnlyAdds(table))
            {
                clinic.Execute($"CREATE TABLE {Added(table)} AS SELECT * FROM {record} LIMIT 0");
            }

            if (act.OnlyRemoves(table))
            {
                clinic.Execute($"CREATE TABLE {Removed(table)} (row_id BIGINT)");
            }

            return;
        }

        Sql columns = act.TakesAll(table) ? (Sql)$"*" : $"row_id{Sql.Join(string.Empty, act.Columns(table).Select(name => (Sql)$", {new Name(name)}"))}";
        clinic.Execute($"CREATE TABLE {part} AS SELECT {columns} FROM {record} WHERE {scope}");
        if (act.Adds(table) || (act.Updates(table) && !act.StaysInPlace(table)))
        {
            clinic.Execute($"CREATE OR REPLACE TEMP TABLE {Was(table)} AS SELECT row_id{Befores(act.Set(table))} FROM {part}");
        }
    }

    static Sql Befores(IEnumerable<string> names) => Sql.Join(string.Empty, names.Select(name => (Sql)$", {new Name(name)} AS {Before(name)}"));

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

    /// <summary>Keeps the rows of which a cell differs and gives the columns in which one does. Rows that stayed in their places are laid side by side with the record, others are joined.</summary>
    static IReadOnlyList<string> Compare(Dataset clinic, ClinicTable table, Act act)
    {
        var names = act.Set(table);
        Sql was = act.StaysInPlace(table)
            ? (Sql)$"POSITIONAL JOIN (SELECT row_id{Befores(names)} FROM {table.In("record")} WHERE {table.Scope(act.Distortion)}) AS w"
            : $"JOIN {Was(table)} AS w ON w.row_id = p.row_id";
        var now = Sql.Join(string.Empty, names.Select(name => (Sql)$", p.{new Name(name)}, w.{Before(name)}"));
        var differ = Sql.Join(" OR ", names.Select(name => (Sql)$"w.{Before(name)} IS DISTINCT FROM p.{new Name(name)}").Prepend((Sql)$"w.row_id IS DISTINCT FROM p.row_id"));
        clinic.Execute($"CREATE TABLE {Changed(table)} AS SELECT p.row_id, w.row_id AS was_row{now} FROM {table.In("part")} AS p {was} WHERE {differ}");
        return clinic.Row(
            $"SELECT count(*) FILTER (WHERE was_row IS DISTINCT FROM row_id){Sql.Join(string.Empty, names.Select(name => (Sql)$", count(*) FILTER (WHERE {Before(name)} IS DISTINCT FROM {new Name(name)})"))} FROM {Changed(table)}",
            row => row.CountAt(0) == 0 ? names.Where((_, at) => row.CountAt(at + 1) > 0).ToList() : throw new InvalidOperationException($"rows of {table.Name} moved while {act.Distortion.Mechanism} acted"));
    }

    static void Cells(Dataset clinic, ClinicTable table, Act act, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            clinic.Execute($"""
                INSERT INTO ledger SELECT {table.Name}, row_id, {name}, CAST({Before(name)} AS VARCHAR), CAST({new Name(name)} AS VARCHAR), {act.Distortion.Mechanism}, {act.Place}
                FROM {Changed(table)} WHERE {Before(name)} IS DISTINCT FROM {new Name(name)}
                """);
        }

        if (names.Count > 0)
        {
            var set = Sql.Join(", ", names.Select(name => (Sql)$"{new Name(name)} = changed.{new Name(name)}"));
            clinic.Execute($"UPDATE {table.In("record")} AS r SET {set} FROM {Changed(table)} AS changed WHERE changed.row_id = r.row_id");
        }
    }

    static Name Was(ClinicTable table) => new("was_" + table.Name);

    static Sql Added(ClinicTable table) => Sql.Raw("part.added_" + table.Name);

    static Sql Removed(ClinicTable table) => Sql.Raw("part.removed_" + table.Name);

    static Sql Changed(ClinicTable table) => Sql.Raw("part.changed_" + table.Name);

    static Name Before(string column) => new("before " + column);
}

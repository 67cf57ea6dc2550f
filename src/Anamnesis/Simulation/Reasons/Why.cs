using System.Globalization;
using Anamnesis.Engines;

namespace Anamnesis.Simulation.Reasons;

/// <summary>Answers, for a cell of a written clinic: what was true, what happened to it, at which step, by whom, and whether it can be had again.</summary>
static class Why
{
    const int Most = 20;

    static readonly string[] Keys = ["row_id", "stay_id", "patient_id"];

    /// <summary>The reasons of a cell; several where the key is that of a stay or a patient.</summary>
    /// <param name="clinic">The written clinic.</param>
    /// <param name="table">A table, by its name in the record or its neutral name.</param>
    /// <param name="row">A row id, else the id of a stay or a patient.</param>
    /// <param name="column">A column, or the name of a test where the table has a row per test.</param>
    /// <exception cref="AnamnesisException">No such table, row or column; the nearest are named.</exception>
    internal static IReadOnlyList<Reason> Ask(WrittenClinic clinic, string table, string row, string column)
    {
        var asked = Table(clinic, table);
        var (name, item) = Column(clinic, asked, column);
        if (!long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
        {
            throw new AnamnesisException($"row is '{row}'. Expected a number: a row id ({clinic.Style.Column("row_id")}), or the id of a stay or a patient.");
        }

        foreach (var by in Keys.Where(by => by == "row_id" || asked.Names.Contains(by)))
        {
            var reasons = Rows(clinic, asked, by, key, name, item);
            if (reasons.Count > 0)
            {
                return reasons;
            }
        }

        throw Missing(clinic, asked, key, item);
    }

    static ClinicTable Table(WrittenClinic clinic, string table) => clinic.Tables.FirstOrDefault(one => one.Name == table || clinic.Style.Table(one.Name) == table)
        ?? throw new AnamnesisException($"There is no table '{table}'. Nearest: {string.Join(", ", Nearest.To(table, clinic.Tables.Select(one => clinic.Style.Table(one.Name))))}.");

    static (string Column, string? Item) Column(WrittenClinic clinic, ClinicTable table, string column)
    {
        if (table.Names.FirstOrDefault(one => one == column || clinic.Style.Column(one) == column) is { } name)
        {
            return (name, null);
        }

        var tests = table.Names.Contains("test") ? Chemistry.Every.Select(test => test.Name).ToList() : [];
        return tests.FirstOrDefault(test => test == column || clinic.Style.Word("test", test) == column) is { } item ? ("result", item)
            : throw new AnamnesisException($"{clinic.Style.Table(table.Name)} has no column '{column}'. Nearest: {string.Join(", ", Nearest.To(column, [.. table.Names.Select(clinic.Style.Column), .. tests.Select(test => clinic.Style.Word("test", test))]))}.");
    }

    static IReadOnlyList<Reason> Rows(WrittenClinic clinic, ClinicTable table, string by, long key, string column, string? item)
    {
        var style = clinic.Style;
        Name Shown(string name) => new(style.Column(name));
        var about = table.Names.Contains("test") ? "test" : table.Names.Contains("drug") ? "drug" : null;
        Sql truth = $"SELECT row_id, CAST({new Name(column)} AS VARCHAR) AS value, {(about is null ? (Sql)$"NULL" : $"{new Name(about)}")} AS about FROM {clinic.Truth(table)} WHERE {new Name(by)} = {key} AND {(item is null ? (Sql)$"TRUE" : $"test = {item}")}";
        Sql record = $"SELECT CAST({Shown("row_id")} AS BIGINT) AS row_id, CAST({Shown(column)} AS VARCHAR) AS value, {(about is null ? (Sql)$"NULL" : $"CAST({Shown(about)} AS VARCHAR)")} AS about FROM {clinic.Record(table)} WHERE CAST({Shown(by)} AS BIGINT) = {key} AND {(item is null ? (Sql)$"TRUE" : $"{Shown("test")} = {style.Word("test", item)}")}";
        Sql there = $"SELECT CAST({Shown("row_id")} AS BIGINT) AS row_id, CAST({Shown(column)} AS VARCHAR) AS value FROM {clinic.Record(table)}";
        var found = clinic.Engine.Rows(
            $"""
            WITH asked AS (SELECT row_id FROM ({truth}) UNION SELECT row_id FROM ({record}))
            SELECT a.row_id, t.value, r.value, coalesce(t.about, n.about), t.row_id IS NULL, r.row_id IS NULL
            FROM asked AS a LEFT JOIN ({truth}) AS t ON t.row_id = a.row_id LEFT JOIN ({record}) AS n ON n.row_id = a.row_id LEFT JOIN ({there}) AS r ON r.row_id = a.row_id
            ORDER BY a.row_id LIMIT {Most}
            """,
            read => new Reason(table.Name, read.CountAt(0), column, read.TextAt(1), read.TextAt(2), []) { About = read.TextAt(3), IsAdded = read.GetBoolean(4), IsGone = read.GetBoolean(5) });
        return [.. found.Select(reason => reason with { Steps = Steps(clinic, reason) })];
    }

    static IReadOnlyList<ReasonStep> Steps(WrittenClinic clinic, Reason reason) => clinic.Engine.Rows(
        $"""
        SELECT mechanism, step, actor, class, before, after, absence, recoverable, recover_from, respondent, column_name = '*' FROM {clinic.Ledger}
        WHERE table_name = {reason.Table} AND row_id = {reason.Row} AND column_name IN ({reason.Column}, '*') ORDER BY place
        """,
        row => new ReasonStep(row.TextAt(0)!, row.TextAt(1) ?? "unknown", row.TextAt(2) ?? "unknown", row.TextAt(3) ?? "unclear", row.TextAt(4), row.TextAt(5), row.TextAt(6), row.GetBoolean(7), row.TextAt(8) ?? "unknown", row.TextAt(9), row.GetBoolean(10))); // a ledger row has a mechanism

    static AnamnesisException Missing(WrittenClinic clinic, ClinicTable table, long key, string? item)
    {
        var shown = clinic.Style.Table(table.Name);
        if (item is not null && clinic.Engine.Number($"SELECT count(*) FROM {clinic.Truth(table)} WHERE stay_id = {key} OR patient_id = {key} OR row_id = {key}") > 0)
        {
            return new AnamnesisException($"{item} was never ordered for {key}: there is nothing in the truth either, and so no result is missing from {shown}. Absent because not indicated.");
        }

        var (low, high) = clinic.Engine.Row($"SELECT min(row_id), max(row_id) FROM {clinic.Truth(table)}", row => (row.CountAt(0), row.CountAt(1)));
        return new AnamnesisException($"{shown} has no row {key}. Row ids go from {low} to {high}{(table.Names.Contains("stay_id") ? "; ids of stays and patients are understood, too" : string.Empty)}.");
    }
}

using System.Text.Json.Nodes;
using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Simulation.Levers;
using Anamnesis.Simulation.Reasons;

namespace Anamnesis.Simulation.Interviews;

/// <summary>What happened in a written clinic, from its manifest and its ledger.</summary>
static class ClinicKnowledge
{
    const int MostTests = 8;

    /// <summary>The mechanisms that changed at least one cell, those of most cells first.</summary>
    internal static IReadOnlyList<ActingMechanism> Of(WrittenClinic clinic)
    {
        var changed = clinic.Engine.Rows(
            $"""
            SELECT mechanism, count(*), coalesce(bool_or(recoverable), false), any_value(recover_from), string_agg(DISTINCT table_name, ' ' ORDER BY table_name), string_agg(DISTINCT nullif(column_name, '*'), ' ' ORDER BY nullif(column_name, '*'))
            FROM {clinic.Ledger} GROUP BY mechanism ORDER BY count(*) DESC, mechanism
            """,
            row => (Mechanism: row.TextAt(0) ?? string.Empty, Cells: row.CountAt(1), Recoverable: row.GetBoolean(2), From: row.TextAt(3) ?? "nobody knows from where", Tables: row.TextAt(4) ?? string.Empty, Columns: row.TextAt(5) ?? string.Empty));
        return
        [
            .. from one in changed
               let page = Pages.Find(one.Mechanism)
               where page is not null
               select new ActingMechanism(page, one.Cells, one.Recoverable, one.From, About(clinic, one.Mechanism, one.Tables.Split(' '), one.Columns), Story(clinic.Manifest, page), Places(clinic.Manifest, one.Mechanism)),
        ];
    }

    static IReadOnlyList<string> About(WrittenClinic clinic, string mechanism, string[] tables, string columns)
    {
        var tests = clinic.Tables.Where(table => tables.Contains(table.Name) && table.Names.Contains("test")).SelectMany(table => clinic.Engine.Rows(
            $"SELECT t.test FROM {clinic.Ledger} AS l JOIN {clinic.Truth(table)} AS t ON t.row_id = l.row_id WHERE l.table_name = {table.Name} AND l.mechanism = {mechanism} GROUP BY t.test ORDER BY count(*) DESC, t.test LIMIT {MostTests}",
            row => row.TextAt(0) ?? string.Empty));
        return [.. tests, .. columns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(column => column.Replace('_', ' ')), .. tables.Select(table => table.Replace('_', ' '))];
    }

    /// <summary>The lever that stands behind a mechanism; its page where it was set to work by hand.</summary>
    static string Story(JsonNode manifest, Page page)
    {
        var standing = (manifest["levers"] as JsonObject ?? []).Select(lever => lever.Key).ToHashSet(StringComparer.Ordinal);
        return Catalogue.All.FirstOrDefault(lever => standing.Contains(lever.Id) && lever.Brings.Any(one => one.Mechanism == page.Id))?.Says ?? page.Section("Why").Split('\n')[0];
    }

    static IReadOnlyList<(string?, string?, string?, string?)> Places(JsonNode manifest, string mechanism) =>
    [
        .. (manifest["distortions"] as JsonArray ?? []).OfType<JsonObject>().Where(one => (string?)one["mechanism"] == mechanism)
            .Select(one => ((string?)one["site"], (string?)one["ward"], (string?)one["from"], (string?)one["to"])),
    ];
}

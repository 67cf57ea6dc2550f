using System.Globalization;
using System.Text.Json;
using Anamnesis.Profiling;

namespace Anamnesis.Reports;

/// <summary>Tables, columns and what was measured, in JSON.</summary>
static class JsonTables
{
    static readonly double[] Quantiles = [0.05, 0.25, 0.5, 0.75, 0.95]; // one is shown where five values lie beyond it

    internal static void Write(Utf8JsonWriter json, TableProfile table, Rendering rendering)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Table.Name);
        json.WriteString("shape", Word(table.Reading.Layout));
        json.WriteNumber("confidence", Math.Round(table.Reading.Confidence, 2));
        json.WriteNumber("rows", table.Table.Rows);
        json.WriteNumber("rejected", table.Table.RejectedRows);
        json.WriteNumber("patients", table.Patients);
        json.WriteNumber("oneIn", table.OneIn);
        json.WriteStartArray("columns");
        foreach (var column in table.Reading.Columns)
        {
            Column(json, column, table.Column(column.Column.Name), rendering);
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in table.Table.Notes)
        {
            json.WriteStringValue(note.Says);
        }

        json.WriteEndArray();
        if (table.Reading.Items.Count > 0)
        {
            Items(json, table, rendering);
        }

        json.WriteEndObject();
    }

    static void Column(Utf8JsonWriter json, ColumnReading column, VariableProfile? profile, Rendering rendering)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Column.Name);
        json.WriteString("kind", Word(column.Column.Kind));
        json.WriteString("role", Words.Role(column.Role));
        json.WriteNumber("confidence", Math.Round(column.Confidence, 2));
        json.WriteString("reason", column.Reason);
        json.WriteString("variable", column.Variable);
        json.WriteNumber("variableConfidence", Math.Round(column.VariableConfidence, 2));
        json.WriteString("unit", column.Unit);
        if (profile is not null)
        {
            Measures(json, profile, rendering.ShowValues || Privacy.ShowsNumbers(column, profile));
        }

        json.WriteEndObject();
    }

    /// <summary>The items; one with hidden rows keeps its code only when it is a clinical variable, since a rare word may be a person's.</summary>
    static void Items(Utf8JsonWriter json, TableProfile table, Rendering rendering)
    {
        var profiles = table.Reading.Items.Select(item => table.Item(item.Code)).ToList();
        var rows = Suppression.Cells([.. profiles.Select(profile => profile?.Rows ?? 0)], rendering);
        json.WriteStartArray("items");
        for (var place = 0; place < profiles.Count; place++)
        {
            var item = table.Reading.Items[place];
            var named = rows[place] is not null || item.Variable is not null;
            json.WriteStartObject();
            json.WriteString("code", named ? item.Code : null);
            json.WriteString("label", named ? item.Label : null);
            json.WriteString("variable", item.Variable);
            json.WriteNumber("confidence", Math.Round(item.Confidence, 2));
            json.WriteString("unit", named ? item.Unit : null);
            if (rows[place] is null)
            {
                json.WriteNull("rows");
                json.WriteBoolean("suppressed", true);
            }
            else if (profiles[place] is { } profile)
            {
                Measures(json, profile, numbers: true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void Measures(Utf8JsonWriter json, VariableProfile profile, bool numbers)
    {
        json.WriteNumber("rows", profile.Rows);
        json.WriteNumber("missing", profile.Missing);
        json.WriteNumber("distinct", profile.Distinct);
        var shown = numbers ? Quantiles.Where(share => Math.Min(share, 1 - share) * profile.Numbers.Total >= Privacy.SmallestCell).ToList() : [];
        if (shown.Count > 0)
        {
            json.WriteStartObject("quantiles");
            foreach (var share in shown)
            {
                json.WriteNumber($"p{share * 100:00}", Rounded(profile.Numbers.Quantile(share)));
            }

            json.WriteEndObject();
        }
    }

    /// <summary>To four significant digits, so that no quantile is the number of a person.</summary>
    static double Rounded(double value) => double.IsFinite(value) && value != 0 ? double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : 0;

    static string Word(Layout layout) => layout.ToString().ToLowerInvariant();

    static string Word(Engines.Kind kind) => kind.ToString().ToLowerInvariant();
}

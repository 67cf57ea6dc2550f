using System.Text.Json;
using Anamnesis.Profiling;

namespace Anamnesis.Reports;

/// <summary>Tables, columns and what was measured, in JSON.</summary>
static class JsonTables
{
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
            json.WriteStartArray("items");
            foreach (var item in table.Reading.Items)
            {
                Item(json, item, table.Item(item.Code));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    static void Column(Utf8JsonWriter json, ColumnReading column, VariableProfile? profile, Rendering rendering)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Column.Name);
        json.WriteString("kind", Word(column.Column.Kind));
        json.WriteString("role", Word(column.Role));
        json.WriteNumber("confidence", Math.Round(column.Confidence, 2));
        json.WriteString("reason", column.Reason);
        json.WriteString("variable", column.Variable);
        json.WriteNumber("variableConfidence", Math.Round(column.VariableConfidence, 2));
        json.WriteString("unit", column.Unit);
        if (profile is not null)
        {
            Measures(json, profile, Privacy.ShowsNumbers(column.Role, rendering));
        }

        json.WriteEndObject();
    }

    static void Item(Utf8JsonWriter json, ItemReading item, VariableProfile? profile)
    {
        json.WriteStartObject();
        json.WriteString("code", item.Code);
        json.WriteString("label", item.Label);
        json.WriteString("variable", item.Variable);
        json.WriteNumber("confidence", Math.Round(item.Confidence, 2));
        json.WriteString("unit", item.Unit);
        if (profile is not null)
        {
            Measures(json, profile, numbers: true);
        }

        json.WriteEndObject();
    }

    static void Measures(Utf8JsonWriter json, VariableProfile profile, bool numbers)
    {
        json.WriteNumber("rows", profile.Rows);
        json.WriteNumber("missing", profile.Missing);
        json.WriteNumber("distinct", profile.Distinct);
        if (numbers && profile.Numbers.Total >= Privacy.SmallestCell)
        {
            json.WriteStartObject("quantiles");
            foreach (var share in (double[])[0.05, 0.25, 0.5, 0.75, 0.95])
            {
                json.WriteNumber($"p{share * 100:00}", profile.Numbers.Quantile(share));
            }

            json.WriteEndObject();
        }
    }

    static string Word(Layout layout) => layout.ToString().ToLowerInvariant();

    static string Word(Engines.Kind kind) => kind.ToString().ToLowerInvariant();

    static string Word(Role role) => role == Role.RowId ? "row-id" : role.ToString().ToLowerInvariant();
}

using System.Globalization;
using System.Text;
using Anamnesis.Knowledge;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Profiling;

/// <summary>Reads and writes <c>anamnesis.yaml</c>.</summary>
public static class CorrectionsFile
{
    const double Sure = 0.7; // confidence of a role below which its line asks to be looked at
    const double Claimed = 0.5; // confidence of a variable from which on it is written

    const string Teaching = """
        # What anamnesis recognised in the tables beside this file. Correct what is wrong and examine again: what stands here overrules
        # recognition. Lines that are right may be deleted, and lines marked 'not sure' deserve a look.
        #
        # role: what a column is for
        #   patient, stay          the person; the visit, admission or case
        #   row-id                 a technical number of the row
        #   taken, recorded, known when it happened; was entered; was available to a reader
        #   start, end             of a span, such as admission and discharge
        #   item, value, unit      of a long table: what was measured, the result, its unit; value also for any measured column
        #   category, text         a word out of few; free text
        #   outcome                what later happened and may be predicted
        #   site, user             ward, hospital or device; who entered it
        #   other                  none of these
        # variable: the clinical variable behind a column or an item code, such as creatinine or sbp; '' says that it is none of those known
        # unit: in which it is measured, such as "mg/dL"
        # shape: wide (measured things side by side), long (item, value), events (a code and a time), stays, other

        """;

    static readonly string[] TableKeys = ["shape", "columns", "items"];
    static readonly string[] ColumnKeys = ["role", "variable", "unit"];

    /// <summary>Reads what the user said.</summary>
    /// <exception cref="AnamnesisException">No YAML, or an unknown key, role, shape or variable; the message names the line and the nearest known.</exception>
    public static Corrections Read(string path)
    {
        return WrittenYaml.Root(path, File.ReadAllText(path))?.At("tables") is YamlMappingNode tables
            ? Read(tables, path)
            : throw new AnamnesisException($"'{path}': expected 'tables:' with one entry a table. 'anamnesis init' writes such a file.");
    }

    /// <summary>Writes what was recognised.</summary>
    internal static void Write(string path, IReadOnlyList<TableReading> readings) => File.WriteAllText(path, Text(readings));

    /// <summary>What was recognised, for the user to correct. Low confidence is marked.</summary>
    public static string Text(IReadOnlyList<TableReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var text = new StringBuilder(Teaching).Append("tables:\n");
        foreach (var reading in readings)
        {
            text.Append("  ").Append(Quoted(reading.Table.Name)).Append(":\n    shape: ").Append(Word(reading.Layout)).Append("\n    columns:\n");
            foreach (var column in reading.Columns)
            {
                text.Append("      ").Append(Quoted(column.Column.Name)).Append(": { role: ").Append(Word(column.Role))
                    .Append(column.Variable is { } variable && column.VariableConfidence >= Claimed ? $", variable: {variable}" : string.Empty)
                    .Append(column.Unit is { } unit ? $", unit: {Quoted(unit)}" : string.Empty)
                    .Append(" }").Append(Doubt(column)).Append('\n');
            }

            if (reading.Items.Count > 0)
            {
                text.Append("    items:\n");
                foreach (var item in reading.Items.Where(item => item.Variable is not null && item.Confidence >= Claimed))
                {
                    text.Append("      ").Append(Quoted(item.Code)).Append(": ").Append(item.Variable).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    /// <summary>What one should look at, as a comment; empty where recognition is sure.</summary>
    static string Doubt(ColumnReading column)
    {
        var doubts = new List<string>();
        if (column.Confidence < Sure)
        {
            doubts.Add($"not sure: {column.Reason.ReplaceLineEndings(" ")}");
        }

        if (column.Variable is { } variable && column.VariableConfidence < Claimed)
        {
            doubts.Add($"perhaps variable: {variable}");
        }

        return doubts.Count == 0 ? string.Empty : "  # " + string.Join("; ", doubts);
    }

    internal static string Word(Role role) => role == Role.RowId ? "row-id" : role.ToString().ToLowerInvariant();

    static string Word(Layout layout) => layout.ToString().ToLowerInvariant();

    static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    static Corrections Read(YamlMappingNode tables, string path)
    {
        var columns = new Dictionary<string, IReadOnlyDictionary<string, Correction>>();
        var layouts = new Dictionary<string, Layout>();
        var items = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var (key, node) in tables.Children)
        {
            var table = Word(key, path);
            Known(node, TableKeys, path);
            if (node.TextAt("shape") is { } shape)
            {
                layouts[table] = One(shape, Enum.GetValues<Layout>().ToDictionary(Word), "shape", node, path);
            }

            columns[table] = Entries(node.At("columns"), path).ToDictionary(entry => entry.Key, entry => Column(entry.Value, path));
            items[table] = Entries(node.At("items"), path).ToDictionary(entry => entry.Key, entry => Variable(Word(entry.Value, path), entry.Value, path));
        }

        return new Corrections { Columns = columns, Layouts = layouts, Items = items };
    }

    static Correction Column(YamlNode node, string path)
    {
        Known(node, ColumnKeys, path);
        return new Correction(
            node.TextAt("role") is { } role ? One(role, Enum.GetValues<Role>().ToDictionary(Word), "role", node, path) : null,
            node.TextAt("variable") is { } variable ? Variable(variable, node, path) : node.At("variable") is null ? null : string.Empty,
            node.TextAt("unit"));
    }

    static string Variable(string id, YamlNode node, string path) => id.Length == 0 || Variables.Find(id) is not null
        ? id
        : throw new AnamnesisException(string.Create(CultureInfo.InvariantCulture,
            $"'{path}', line {node.Start.Line}: there is no variable '{id}'. Nearest: {string.Join(", ", Nearest.To(id, Variables.All.Select(v => v.Id)))}."));

    static T One<T>(string word, Dictionary<string, T> known, string what, YamlNode node, string path) => known.TryGetValue(word, out var value)
        ? value
        : throw new AnamnesisException($"'{path}', line {node.Start.Line}: '{word}' is no {what}. Nearest: {string.Join(", ", Nearest.To(word, known.Keys))}. Known: {string.Join(", ", known.Keys)}.");

    static void Known(YamlNode node, string[] known, string path)
    {
        foreach (var key in (node as YamlMappingNode)?.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? string.Empty).Where(key => !known.Contains(key)) ?? [])
        {
            throw new AnamnesisException($"'{path}', line {node.Start.Line}: '{key}' is not known. Did you mean '{Nearest.To(key, known)[0]}'? Known: {string.Join(", ", known)}.");
        }
    }

    static string Word(YamlNode node, string path) => node is YamlScalarNode word
        ? word.Value ?? string.Empty
        : throw new AnamnesisException($"'{path}', line {node.Start.Line}: expected a single word here, found a list or a map. 'anamnesis init' writes such a file.");

    static IEnumerable<(string Key, YamlNode Value)> Entries(YamlNode? node, string path) =>
        (node as YamlMappingNode)?.Children.Select(pair => (Word(pair.Key, path), pair.Value)) ?? [];
}

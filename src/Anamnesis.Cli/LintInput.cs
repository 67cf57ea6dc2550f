using System.Text.Json;
using System.Text.RegularExpressions;

namespace Anamnesis.Cli;

/// <summary>A question to be linted, and where it stood.</summary>
/// <param name="Id">As given, or the number of the line; JSON.</param>
/// <param name="Text">The question.</param>
/// <param name="Role">As given, or null.</param>
/// <param name="Kind">As given, or null.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Column in the line, from 1.</param>
/// <param name="Note">What was wrong with the line, or null.</param>
sealed partial record LintInput(string Id, string Text, string? Role, string? Kind, int Line, int Column, string? Note = null)
{
    /// <summary>The questions of a text: JSON lines, Markdown, or one a line.</summary>
    internal static IEnumerable<LintInput> Of(string text, string form) => form switch
    {
        ".jsonl" or ".ndjson" => Lines(text).Where(line => line.Text.Trim().Length > 0).Select(line => Json(line.Text, line.Number)),
        ".md" or ".markdown" => Markdown(text),
        _ => Lines(text).Where(line => line.Text.Trim().Length > 0).Select(line => new LintInput(Number(line.Number), line.Text.Trim(), null, null, line.Number, line.Text.Length - line.Text.TrimStart().Length + 1)),
    };

    /// <summary>JSON lines when a text without a name begins like them.</summary>
    internal static string Guess(string text) => text.TrimStart().StartsWith('{') ? ".jsonl" : ".txt";

    static LintInput Json(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return new LintInput(Number(number), string.Empty, null, null, number, 1, $"line {number}: expected an object such as {{\"id\":1,\"text\":\"…\"}}, found {root.ValueKind}");
            }

            var id = root.TryGetProperty("id", out var given) && given.ValueKind is JsonValueKind.String or JsonValueKind.Number ? given.GetRawText() : Number(number);
            var text = TextAt(root, "text");
            return new LintInput(id, text ?? string.Empty, TextAt(root, "role"), TextAt(root, "kind"), number, 1, text is null ? $"line {number}: 'text' is missing or no text" : null);
        }
        catch (JsonException broken)
        {
            return new LintInput(Number(number), string.Empty, null, null, number, 1, $"line {number} is no JSON: {broken.Message}");
        }
    }

    static string? TextAt(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Whole(value) : null;

    /// <summary>A text, with halves of characters replaced.</summary>
    static string? Whole(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText().Trim('"');
        }
    }

    /// <summary>List items, quotations and paragraphs that ask something; code and headings are left out.</summary>
    static IEnumerable<LintInput> Markdown(string text)
    {
        var fenced = false;
        var paragraph = new List<(string Text, int Number)>();
        foreach (var line in Lines(text + "\n\n"))
        {
            var trimmed = line.Text.Trim();
            fenced ^= trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal);
            var item = Item().Match(line.Text);
            if (paragraph.Count > 0 && (trimmed.Length == 0 || item.Success || fenced || trimmed.StartsWith('#')))
            {
                if (Asked(paragraph) is { } asked)
                {
                    yield return asked;
                }

                paragraph.Clear();
            }

            if (trimmed.Length > 0 && !fenced && !trimmed.StartsWith('#') && !trimmed.StartsWith("```", StringComparison.Ordinal) && !trimmed.StartsWith('|'))
            {
                paragraph.Add(line);
            }
        }
    }

    static LintInput? Asked(List<(string Text, int Number)> paragraph)
    {
        var first = Item().Match(paragraph[0].Text);
        var lead = first.Success ? first.Length : paragraph[0].Text.Length - paragraph[0].Text.TrimStart().Length;
        var text = string.Join(' ', paragraph.Select((line, i) => (i == 0 ? line.Text[lead..] : line.Text).Trim()));
        return first.Success || text.Contains('?', StringComparison.Ordinal) ? new LintInput(Number(paragraph[0].Number), text, null, null, paragraph[0].Number, lead + 1) : null;
    }

    static IEnumerable<(string Text, int Number)> Lines(string text) => text.Split('\n').Select((line, i) => (line.TrimEnd('\r'), i + 1));

    static string Number(int line) => line.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?:[-*+]|[0-9]+[.)]|>)\s+(?:\[[ x]\]\s+)?")]
    private static partial Regex Item();
}

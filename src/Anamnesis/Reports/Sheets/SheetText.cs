using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Anamnesis.Reports.Sheets;

/// <summary>Sheets as Markdown and as JSON (<c>anamnesis/sheet/1</c>).</summary>
static class SheetText
{
    internal const string Schema = "anamnesis/sheet/1";

    const string Line = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Markdown(IReadOnlyList<Sheet> sheets, Rendering rendering)
    {
        var text = new StringBuilder();
        foreach (var sheet in sheets)
        {
            foreach (var (place, page) in sheet.Pages.Index())
            {
                text.Append(CultureInfo.InvariantCulture, $"# For the {sheet.Role.Name}{(sheet.Pages.Count > 1 ? $", page {place + 1} of {sheet.Pages.Count}" : string.Empty)}\n\n{Plain(sheet.Address)}, {sheet.Day:yyyy-MM-dd}. {SheetHtml.Invitation} {Privacy.Sentence(rendering)}\n");
                foreach (var (number, question) in page.Index())
                {
                    text.Append(CultureInfo.InvariantCulture, $"\n{number + 1}. {Plain(question.Evidence)} **{Plain(question.Text)}**\n");
                    text.Append(question.Places.Count > 0 ? $"\n   Seen at: {Plain(string.Join("; ", question.Places))}.\n" : string.Empty);
                    text.Append(CultureInfo.InvariantCulture, $"\n   {Line}\n\n   ☐ I don't know. Who would know? {Line[..20]} (about {string.Join(", ", question.Findings.Take(4))})\n");
                }

                text.Append('\n');
            }

            text.Append(sheet.Pages.Count == 0 ? $"# For the {sheet.Role.Name}\n\n{SheetHtml.Nothing(sheet)}\n" : string.Empty);
        }

        return text.Length == 0 ? "Nothing is left to ask.\n" : text.ToString();
    }

    internal static string Json(IReadOnlyList<Sheet> sheets) => new JsonObject
    {
        ["schema"] = Schema,
        ["sheets"] = new JsonArray([.. sheets.Select(sheet => (JsonNode)new JsonObject
        {
            ["role"] = sheet.Role.Id,
            ["address"] = sheet.Address,
            ["day"] = sheet.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["answered"] = sheet.Answered,
            ["pages"] = new JsonArray([.. sheet.Pages.Select(page => (JsonNode)new JsonArray([.. page.Select(Question)]))]),
        })]),
    }.ToJsonString(Indented);

    static JsonNode Question(SheetQuestion question) => new JsonObject
    {
        ["evidence"] = question.Evidence,
        ["text"] = question.Text,
        ["findings"] = new JsonArray([.. question.Findings.Select(id => (JsonNode)id)]),
        ["gain"] = Math.Round(question.Gain, 4),
        ["places"] = new JsonArray([.. question.Places.Select(place => (JsonNode)place)]),
    };

    static string Plain(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace('\n', ' ');
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Anamnesis.Questions.Linting;

namespace Anamnesis.Cli;

/// <summary>A linted question as a line of JSON. Spans count characters of Unicode.</summary>
static class LintJson
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Line(string id, LintedQuestion linted, string? rewrite, string? note)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            json.WriteRawValue(id);
            Write(json, "score", linted.Score);
            if (linted.IsGood is { } good)
            {
                json.WriteBoolean("good", good);
            }
            else
            {
                json.WriteNull("good");
            }

            Write(json, "grade", linted.Grade);
            Flaws(json, linted);
            Texts(json, "qualities", linted.Qualities);
            json.WriteString("rewrite", rewrite);
            json.WriteString("language", linted.Language);
            json.WriteString("role", linted.Role);
            json.WriteString("kind", linted.Kind);
            json.WriteNumber("ceiling", linted.Ceiling);
            json.WriteStartObject("components");
            foreach (var (component, points) in linted.Components)
            {
                json.WriteNumber(component, points);
            }

            json.WriteEndObject();
            json.WriteString("note", note ?? linted.Note);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static void Flaws(Utf8JsonWriter json, LintedQuestion linted)
    {
        json.WriteStartArray("flaws");
        foreach (var flaw in linted.Flaws)
        {
            json.WriteStartObject();
            json.WriteString("id", flaw.Id);
            json.WriteStartArray("span");
            json.WriteNumberValue(Characters(linted.Text, flaw.From));
            json.WriteNumberValue(Characters(linted.Text, flaw.To));
            json.WriteEndArray();
            json.WriteString("why", flaw.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static int Characters(string text, int to) => text.AsSpan(0, Math.Min(to, text.Length)).EnumerateRunes().Count();

    static int Count(this SpanRuneEnumerator runes)
    {
        var count = 0;
        foreach (var _ in runes)
        {
            count++;
        }

        return count;
    }

    static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}

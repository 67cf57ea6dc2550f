using System.Text.Encodings.Web;
using System.Text.Json;
using Anamnesis.Examinations;
using Anamnesis.Mechanisms;

namespace Anamnesis.Reports;

/// <summary>The examination as JSON, schema <c>anamnesis/examination/1</c>.</summary>
sealed class JsonReport : IReport
{
    static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Id => "json";

    public string Render(Examination examination, Rendering rendering)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(json, Discretion.Of(examination, rendering), rendering);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    static void Write(Utf8JsonWriter json, Examination examination, Rendering rendering)
    {
        json.WriteStartObject();
        json.WriteString("schema", "anamnesis/examination/1");
        json.WriteString("address", examination.Address);
        json.WriteString("engine", examination.Engine);
        json.WriteString("version", examination.Version);
        json.WriteString("started", examination.Started);
        json.WriteNumber("seconds", Math.Round(examination.Took.TotalSeconds, 3));
        json.WriteNumber("rows", examination.Profile.Tables.Sum(table => table.Table.Rows));
        json.WriteString("privacy", Privacy.Sentence(rendering));
        Provenance(json, examination, rendering);
        Array(json, "tables", examination.Profile.Tables, table => JsonTables.Write(json, table, rendering));
        Array(json, "findings", examination.Diagnoses, diagnosis => Finding(json, diagnosis, rendering));
        Array(json, "readiness", examination.Readiness, fitness => JsonReadiness.Write(json, fitness));
        Array(json, "questions", examination.Questions, question =>
        {
            json.WriteStartObject();
            json.WriteString("role", question.Role);
            json.WriteString("evidence", question.Evidence);
            json.WriteString("text", question.Text);
            Strings(json, "findings", question.Findings);
            Strings(json, "mechanisms", question.Mechanisms);
            json.WriteEndObject();
        });
        Array(json, "answers", examination.Answers, answer =>
        {
            json.WriteStartObject();
            json.WriteString("finding", answer.Finding);
            json.WriteString("role", answer.Role);
            json.WriteString("date", answer.Date?.ToString("yyyy-MM-dd", null));
            json.WriteString("says", answer.Says);
            json.WriteNumber("certainty", answer.Certainty);
            json.WriteString("document", answer.Document);
            json.WriteString("validFrom", answer.ValidFrom?.ToString("yyyy-MM-dd", null));
            json.WriteString("validUntil", answer.ValidUntil?.ToString("yyyy-MM-dd", null));
            json.WriteString("askInstead", answer.AskInstead);
            json.WriteEndObject();
        });
        Strings(json, "notChecked", examination.NotChecked);
        json.WriteEndObject();
    }

    /// <summary>What made this report, so that it can be made again.</summary>
    static void Provenance(Utf8JsonWriter json, Examination examination, Rendering rendering)
    {
        json.WriteStartObject("provenance");
        json.WriteString("program", "anamnesis");
        json.WriteString("version", examination.Version);
        json.WriteString("engine", examination.Engine);
        json.WriteString("address", examination.Address);
        json.WriteString("started", examination.Started);
        json.WriteString("weights", Knowledge.Weights.Counted.Origin);
        json.WriteNumber("mechanisms", Knowledge.Pages.All.Count);
        json.WriteNumber("answers", examination.Answers.Count);
        Strings(json, "sampled", examination.Profile.Tables.Where(table => table.OneIn > 1).Select(table => table.Table.Name));
        json.WriteBoolean("showsValues", rendering.ShowValues);
        json.WriteEndObject();
    }

    static void Finding(Utf8JsonWriter json, Diagnosis diagnosis, Rendering rendering)
    {
        var finding = diagnosis.Finding;
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("kind", finding.Kind);
        json.WriteString("table", finding.Table);
        Strings(json, "columns", finding.Columns);
        json.WriteString("variable", finding.Variable);
        json.WriteString("says", finding.Says);
        json.WriteStartObject("where");
        Optional(json, "site", finding.Where.Site);
        Optional(json, "from", finding.Where.From?.ToString("yyyy-MM-dd", null));
        Optional(json, "to", finding.Where.To?.ToString("yyyy-MM-dd", null));
        Optional(json, "item", finding.Where.Item);
        json.WriteEndObject();
        json.WriteNumber("count", finding.Count);
        json.WriteNumber("denominator", finding.Denominator);
        json.WriteNumber("share", Math.Round(finding.Share, 6));
        var (low, high) = Confidence.Of(finding.Count, finding.Denominator);
        json.WriteStartArray("shareWithin");
        json.WriteNumberValue(Math.Round(low, 6));
        json.WriteNumberValue(Math.Round(high, 6));
        json.WriteEndArray();
        json.WriteBoolean("estimated", finding.Estimated);
        json.WriteString("absence", diagnosis.Absence);
        json.WriteString("sql", finding.Rows.Text);
        json.WriteString("cause", diagnosis.Cause);
        BySite(json, diagnosis, rendering);
        Array(json, "differential", diagnosis.Differential, candidate => Candidate(json, candidate));
        json.WriteString("verdict", Word(diagnosis.Verdict));
        Strings(json, "answers", diagnosis.Answers);
        json.WriteEndObject();
    }

    static void BySite(Utf8JsonWriter json, Diagnosis diagnosis, Rendering rendering) => Array(json, "bySite", Suppression.Groups(diagnosis.BySite, rendering), group =>
    {
        json.WriteStartObject();
        json.WriteString("site", group.Group);
        Cell(json, "count", group.Cell?.Count);
        Cell(json, "denominator", group.Cell?.Rows);
        if (group.Cell is null)
        {
            json.WriteBoolean("suppressed", true);
        }

        json.WriteEndObject();
    });

    static void Candidate(Utf8JsonWriter json, Candidate candidate)
    {
        json.WriteStartObject();
        json.WriteString("mechanism", candidate.Mechanism);
        json.WriteNumber("probability", Math.Round(candidate.Probability, 6));
        json.WriteString("verdict", Word(candidate.Verdict));
        Array(json, "signs", candidate.Signs, sign =>
        {
            json.WriteStartObject();
            json.WriteString("says", sign.Says);
            if (sign.Value is { } value && double.IsFinite(value))
            {
                json.WriteNumber("value", Math.Round(value, 6));
            }
            else
            {
                json.WriteNull("value");
            }

            json.WriteNumber("weight", Math.Round(sign.Weight, 3));
            json.WriteBoolean("for", sign.Strength != Strength.Against);
            json.WriteBoolean("fires", sign.Fires);
            json.WriteEndObject();
        });
        json.WriteString("settles", candidate.Settles);
        json.WriteEndObject();
    }

    static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    internal static void Cell(Utf8JsonWriter json, string name, long? count)
    {
        if (count is { } shown)
        {
            json.WriteNumber(name, shown);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values) => Array(json, name, values, json.WriteStringValue);

    static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}

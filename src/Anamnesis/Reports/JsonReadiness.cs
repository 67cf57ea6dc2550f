using System.Text.Json;
using Anamnesis.Readiness;

namespace Anamnesis.Reports;

/// <summary>Readiness in JSON.</summary>
static class JsonReadiness
{
    internal static void Write(Utf8JsonWriter json, Fitness fitness)
    {
        json.WriteStartObject();
        json.WriteString("use", fitness.Use);
        json.WriteNumber("level", fitness.Level);
        json.WriteString("says", fitness.Says);
        json.WriteStartArray("gates");
        foreach (var gate in fitness.Gates)
        {
            json.WriteStartObject();
            json.WriteString("dimension", gate.Dimension);
            json.WriteNumber("level", gate.Level);
            json.WriteString("says", gate.Says);
            Texts(json, "because", gate.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Texts(json, "notAssessed", fitness.NotAssessed);
        json.WriteEndObject();
    }

    static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Anamnesis.Knowledge;

/// <summary>JSON that a program wrote and a person may have changed.</summary>
static class WrittenJson
{
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>What a file says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it should be, with its article.</param>
    /// <param name="otherwise">What to do when it is none.</param>
    /// <param name="of">Takes it from the root.</param>
    /// <exception cref="AnamnesisException">It cannot be read, is no JSON, or holds one kind of value where another belongs.</exception>
    internal static T Read<T>(string path, string what, string otherwise, Func<JsonNode?, T> of)
    {
        try
        {
            return of(JsonNode.Parse(File.ReadAllText(path), documentOptions: Strict));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException or OverflowException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new AnamnesisException($"'{path}' cannot be read as {what}: {broken.Message} {otherwise}", broken);
        }
    }
}

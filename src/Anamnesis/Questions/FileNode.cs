using System.Globalization;
using Anamnesis.Knowledge;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Questions;

/// <summary>A node of a YAML file that a person wrote. Every error names the file, the line and the field, and what was expected.</summary>
/// <param name="Path">The file, as it is named in errors.</param>
/// <param name="Node">What stands there.</param>
sealed record FileNode(string Path, YamlNode Node)
{
    /// <summary>The root of a file; null when it says nothing.</summary>
    /// <exception cref="AnamnesisException">It cannot be read or is no YAML.</exception>
    internal static FileNode? Read(string path, string otherwise)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new AnamnesisException($"'{path}' cannot be read: {closed.Message} {otherwise}", closed);
        }
    }

    /// <summary>The root of a text; null when it says nothing.</summary>
    internal static FileNode? Parse(string path, string text) => WrittenYaml.Root(path, text) is { } root ? new FileNode(path, root) : null;

    /// <summary>This node as a map that has none but these keys.</summary>
    internal FileNode Only(params IReadOnlyList<string> keys)
    {
        if (Node is not YamlMappingNode map)
        {
            throw Wrong($"expected keys such as '{keys[0]}: …', found '{Shown}'.");
        }

        foreach (var key in map.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } known } || !keys.Contains(known)))
        {
            throw new FileNode(Path, key).Wrong($"'{key}' is not known. Did you mean '{Nearest.To(key.ToString(), keys)[0]}'? Expected: {string.Join(", ", keys)}.");
        }

        return this;
    }

    internal FileNode? At(string key) => Node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? new FileNode(Path, node) : null;

    /// <summary>The text under a key; null when it is absent or empty.</summary>
    internal string? Text(string key) => At(key) is not { } at ? null : at.Node switch
    {
        YamlScalarNode { Value.Length: > 0 } text => text.Value,
        YamlScalarNode => null,
        _ => throw at.Wrong($"{key}: expected one text, found a list or a map."),
    };

    internal string Need(string key) => Text(key) ?? throw Wrong($"'{key}' is missing.");

    /// <summary>The texts under a key: a list, or one alone.</summary>
    internal IReadOnlyList<string> Texts(string key) => At(key) is not { } at ? [] : at.Node switch
    {
        YamlSequenceNode list when list.Children.All(item => item is YamlScalarNode { Value.Length: > 0 }) => [.. list.Children.Select(item => ((YamlScalarNode)item).Value!)], // just seen
        YamlScalarNode { Value.Length: > 0 } alone => [alone.Value],
        YamlScalarNode => [],
        _ => throw at.Wrong($"{key}: expected a list of texts, as in '{key}: [one, other]'."),
    };

    /// <summary>The nodes of the list under a key; none when it is absent or empty.</summary>
    internal IReadOnlyList<FileNode> List(string key) => At(key) is not { } at ? [] : at.Node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(item => new FileNode(Path, item))],
        YamlScalarNode { Value: null or "" or "null" or "~" } => [],
        _ => throw at.Wrong($"{key}: expected a list, one entry a line that begins with '- '."),
    };

    /// <summary>The keys of this map with what stands under them.</summary>
    internal IEnumerable<(string Key, FileNode Value)> Pairs => Node is YamlMappingNode map
        ? map.Children.Select(pair => (pair.Key.ToString(), new FileNode(Path, pair.Value)))
        : throw Wrong($"expected keys with values, found '{Shown}'.");

    internal double Number(string key, double low, double high, double? otherwise = null)
    {
        var text = otherwise is null ? Need(key) : Text(key);
        return text is null ? otherwise!.Value // a text is needed where nothing else is given
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high ? number
            : throw Wrong(key, string.Create(CultureInfo.InvariantCulture, $"{key} is '{text}'. Expected a number from {low} to {high}."));
    }

    internal int Whole(string key, int low, int high, int? otherwise = null)
    {
        var number = Number(key, low, high, otherwise);
        return Math.Floor(number) == number ? (int)number : throw Wrong(key, $"{key} is '{Text(key)}'. Expected a whole number from {low} to {high}.");
    }

    internal bool Flag(string key) => Text(key) switch
    {
        null or "false" or "no" => false,
        "true" or "yes" => true,
        var other => throw Wrong(key, $"{key} is '{other}'. Expected yes or no."),
    };

    /// <summary>One word out of few.</summary>
    internal string Word(string key, IReadOnlyList<string> known) => Need(key) is var word && known.Contains(word) ? word
        : throw Wrong(key, $"{key} '{word}' is not known. Nearest: {string.Join(", ", Nearest.To(word, known))}.");

    internal DateOnly? Day(string key) => Text(key) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong(key, $"{key} '{text}' is no date. Expected the form 2026-11-24.");

    internal AnamnesisException Wrong(string key, string what) => (At(key) ?? this).Wrong(what);

    internal AnamnesisException Wrong(string what) => new($"'{Path}', line {Node.Start.Line}: {what}");

    string Shown => Node.ToString() is { Length: > 60 } text ? text[..60] + "…" : Node.ToString();
}

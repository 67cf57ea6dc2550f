using YamlDotNet.RepresentationModel;

namespace Anamnesis.Knowledge;

/// <summary>The people who can be asked, from <c>knowledge/respondents.yaml</c>.</summary>
public static class Respondents
{
    static readonly Lazy<IReadOnlyList<Respondent>> Loaded = new(() =>
    [
        .. ((YamlSequenceNode)Embedded.Yaml(Embedded.Text("respondents.yaml"))).Children
            .Select(node => new Respondent(node.TextAt("id")!, node.TextAt("name")!, node.TextAt("knows")!, node.TextsAt("also"))), // the file is ours and complete; a test reads it
    ]);

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<Respondent> All => Loaded.Value;

    /// <summary>The respondent of that id, or null.</summary>
    public static Respondent? Find(string id) => All.FirstOrDefault(respondent => respondent.Id == id);

    /// <summary>The respondent of an id or of plain words such as "emergency doctor", in any case; or null.</summary>
    public static Respondent? Named(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var plain = Plain(words);
        return All.FirstOrDefault(respondent => Plain(respondent.Id) == plain || Plain(respondent.Name) == plain || respondent.Also.Any(also => Plain(also) == plain));
    }

    /// <summary>Every word that <see cref="Named"/> knows, for suggestions.</summary>
    public static IEnumerable<string> Words => All.SelectMany(respondent => respondent.Also.Prepend(respondent.Name).Prepend(respondent.Id));

    static string Plain(string words)
    {
        var plain = words.Trim().ToLowerInvariant().Replace('-', ' ').Replace('_', ' ');
        return plain.StartsWith("the ", StringComparison.Ordinal) ? plain[4..] : plain;
    }
}

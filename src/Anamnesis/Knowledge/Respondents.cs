using YamlDotNet.RepresentationModel;

namespace Anamnesis.Knowledge;

/// <summary>The people who can be asked, from <c>knowledge/respondents.yaml</c>.</summary>
public static class Respondents
{
    static readonly Lazy<IReadOnlyList<Respondent>> Loaded = new(() =>
    [
        .. ((YamlSequenceNode)Embedded.Yaml(Embedded.Text("respondents.yaml"))).Children
            .Select(node => new Respondent(node.TextAt("id")!, node.TextAt("name")!, node.TextAt("knows")!)), // the file is ours and complete; a test reads it
    ]);

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<Respondent> All => Loaded.Value;

    /// <summary>The respondent of that id, or null.</summary>
    public static Respondent? Find(string id) => All.FirstOrDefault(respondent => respondent.Id == id);
}

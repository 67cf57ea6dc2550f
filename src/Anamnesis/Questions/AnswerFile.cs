using Anamnesis.Knowledge;

namespace Anamnesis.Questions;

/// <summary>The form of <c>answers.yaml</c>: a list under <c>answers</c>. Every error names the line and the field.</summary>
static class AnswerFile
{
    static readonly string[] Keys = ["finding", "confirms", "rules-out", "says", "role", "date", "certainty", "document", "valid-from", "valid-until", "ask-instead"];

    internal static IReadOnlyList<Answer> Read(string path)
    {
        var root = FileNode.Read(path, "It lies beside the data: give the right to read it or move it away.");
        return root is null ? []
            : root.At("answers") is null ? throw root.Wrong("expected a list under 'answers:', as in 'answers: [{finding: …, says: …, role: …}]'.")
            : [.. root.List("answers").Select(Answer)];
    }

    static Answer Answer(FileNode node)
    {
        node.Only(Keys);
        var (from, until) = (node.Day("valid-from"), node.Day("valid-until"));
        return until < from ? throw node.Wrong("valid-until", $"valid-until {until:yyyy-MM-dd} lies before valid-from {from:yyyy-MM-dd}.") : new Answer(
            node.Need("finding"),
            node.Text("confirms") is { } confirms ? Known(node, "confirms", confirms) : null,
            [.. node.Texts("rules-out").Select(mechanism => Known(node, "rules-out", mechanism))],
            node.Need("says"),
            Role(node, "role", node.Need("role")),
            node.Day("date"),
            Certainty(node),
            node.Text("document"))
        {
            ValidFrom = from,
            ValidUntil = until,
            AskInstead = node.Text("ask-instead") is { } other ? Role(node, "ask-instead", other) : null,
        };
    }

    static string Role(FileNode node, string key, string role) => Respondents.Find(role)?.Id
        ?? throw node.Wrong(key, $"role '{role}' is not known. Nearest: {string.Join(", ", Nearest.To(role, Respondents.All.Select(r => r.Id)))}.");

    static string Known(FileNode node, string key, string mechanism) => Pages.Find(mechanism)?.Id
        ?? throw node.Wrong(key, $"{key}: there is no mechanism '{mechanism}'. Nearest: {string.Join(", ", Nearest.To(mechanism, Pages.All.Select(page => page.Id)))}.");

    static int Certainty(FileNode node) => node.Text("certainty") switch
    {
        null => 1,
        "0" => 0,
        "1" => 1,
        "2" => 2,
        "3" => 3,
        var other => throw node.Wrong("certainty", $"certainty '{other}' is not known. Expected 0 (a guess), 1, 2 or 3 (documented)."),
    };
}

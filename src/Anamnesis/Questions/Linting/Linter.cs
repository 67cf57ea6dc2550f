using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>Tells how a question to a clinician is put: what is wrong with it, what is right, and a better way.</summary>
public static partial class Linter
{
    /// <summary>Lints one question.</summary>
    /// <param name="text">Any text; never throws.</param>
    /// <param name="role">An id of <c>knowledge/respondents.yaml</c>; without one nothing is said about whether the person can know.</param>
    /// <param name="kind"><c>data</c> or <c>need</c>; read from the words when null.</param>
    public static LintedQuestion Lint(string text, string? role = null, string? kind = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<FoundFlaw> flaws = [];
        if (Tag().Match(text) is { Success: true } tag)
        {
            flaws.Add(new FoundFlaw("leading", tag.Index, text.Length, "It suggests the answer."));
        }

        if (Polar().IsMatch(text))
        {
            flaws.Add(new FoundFlaw("closed", 0, text.Length, "Yes or no is all that it asks for."));
        }

        var score = flaws.Count == 0 ? 85 : 45;
        return new LintedQuestion
        {
            Text = text,
            Role = role,
            Kind = kind ?? "data",
            Language = "en",
            Score = score,
            Flaws = flaws,
            Qualities = [],
            Components = new Dictionary<string, int>(StringComparer.Ordinal),
            Ceiling = 100,
        };
    }

    /// <summary>A better way to ask the same, or null when it can be asked as it stands or nothing better is known.</summary>
    /// <remarks>It never scores lower than the question that it repairs.</remarks>
    public static string? Rewrite(LintedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return null;
    }

    [GeneratedRegex(@",\s*(?:right|correct|isn't it|don't you|agreed)\?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*(?:is|are|do|does|did|was|were|has|have)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Polar();
}

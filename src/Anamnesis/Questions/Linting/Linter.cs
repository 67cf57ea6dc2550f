using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>Tells how a question to a clinician is put: what is wrong with it, what is right, and a better way.</summary>
public static partial class Linter
{
    const int LongestRepaired = 2000; // letters; what is longer is asked anew
    const int MostCandidates = 8;

    /// <summary>Lints one question.</summary>
    /// <param name="text">Any text; never throws.</param>
    /// <param name="role">An id of <c>knowledge/respondents.yaml</c>; without one nothing is said about whether the person can know.</param>
    /// <param name="kind"><c>data</c> or <c>need</c>; read from the words when null.</param>
    public static LintedQuestion Lint(string text, string? role = null, string? kind = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var linted = Judgement.Of(Reading.Of(text, role, kind), Weights.Trained);
        // agreeing is never made easier for free: with a tag a question is worth at most what it is worth without
        return linted.Score is { } score && Tagged().Match(text) is { Success: true, Index: > 0 } tag && (linted.Has("leading") || tag.Value.TrimStart().StartsWith(',')) && Judgement.Of(Reading.Of(text[..tag.Index] + "?", role, kind), Weights.Trained).Score is { } bare && bare < score
            ? linted with { Score = bare, Ceiling = Math.Min(linted.Ceiling, bare) }
            : linted;
    }

    /// <summary>A better way to ask the same, or null when it can be asked as it stands or nothing better is known.</summary>
    /// <remarks>It never scores lower than the question that it repairs.</remarks>
    public static string? Rewrite(LintedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Score is not { } score || question.Grade == 5 || question.Text.Length > LongestRepaired || !question.Text.Any(char.IsLetter) || Utterance.Read(question.Text).IsSocial)
        {
            return null;
        }

        var (best, most) = ((string?)null, score);
        foreach (var text in Repairs.Of(question).Where(text => text != question.Text).Distinct(StringComparer.Ordinal).Take(MostCandidates))
        {
            var reached = Lint(text, question.Role, question.Kind).Score ?? 0;
            (best, most) = reached > most ? (text, reached) : (best, most);
            if (most >= Rubric.Pass)
            {
                break;
            }
        }

        return best;
    }

    [GeneratedRegex(@"[\s,.;?!-]*\b(?:right|correct|agreed|yes|no|ok|okay|true|isn't it|isn't that so|don't you(?: think)?|aren't they|doesn't it|didn't you|prawda|tak|oder|nicht wahr|richtig)\s*\?+\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Tagged();
}

using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;

namespace Anamnesis.Questions;

/// <summary>What is unclear, put as questions to the one role that knows.</summary>
/// <remarks>The words of a question stand on the page of the mechanism; here it is decided what is asked, and with which number.
/// A question never names the mechanism it is about.</remarks>
public static class Asking
{
    const double WorthAsking = 0.15; // a candidate below this probability is not asked about
    const double Settled = 0.95; // above this nothing is left to ask
    const int MostNamed = 5; // columns that are named one by one
    const int PerFinding = 2; // the two most probable candidates
    const string Alike = " Other places look alike.";

    /// <summary>Questions, what changes most first; findings that the same answer clears up are put together.</summary>
    public static IReadOnlyList<Question> For(IReadOnlyList<Diagnosis> diagnoses, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(diagnoses);
        var asked =
            from diagnosis in diagnoses
            where !diagnosis.IsSettled && diagnosis.Differential.Count > 0 && diagnosis.Differential[0].Probability < Settled
            from candidate in diagnosis.Differential.Where(c => c.Probability >= WorthAsking && c.Mechanism != Differential.SomethingElse).Take(PerFinding)
            let page = Pages.Find(candidate.Mechanism)
            where page is not null
            select (Diagnosis: diagnosis, Page: page, Candidate: candidate);
        var questions = asked
            .GroupBy(item => (Respondent: item.Diagnosis.AskInstead ?? item.Page.Respondent, item.Page.Id, item.Diagnosis.Finding.Table))
            .Select(group => Question([.. group], group.Key.Respondent, profile))
            .GroupBy(question => (question.Role, question.Text)) // of several tables
            .Select(Once)
            .OrderByDescending(question => question.Gain)
            .ThenBy(question => question.Role, StringComparer.Ordinal);
        return [.. questions];
    }

    static Question Question(List<(Diagnosis Diagnosis, Page Page, Candidate Candidate)> group, string role, Profile profile)
    {
        var (first, page, _) = group.MaxBy(item => Gain(item.Diagnosis));
        var what = What(first, profile);
        var more = group.Count == 1 ? string.Empty : Alike;
        return new Question(
            role,
            Observation.Of(first.Finding, what) + more,
            page.Question.Replace("{what}", what, StringComparison.Ordinal),
            [.. group.Select(item => item.Diagnosis.Finding.Id).Distinct(StringComparer.Ordinal)],
            [page.Id],
            group.Sum(item => Gain(item.Diagnosis)));
    }

    /// <summary>Nobody is asked the same twice: what changes most is shown. An answer still settles the finding that it names.</summary>
    static Question Once(IEnumerable<Question> same)
    {
        var all = same.OrderByDescending(question => question.Gain).ToList();
        return all is [var only] ? only : all[0] with
        {
            Evidence = all[0].Evidence.EndsWith(Alike, StringComparison.Ordinal) ? all[0].Evidence : all[0].Evidence + Alike,
            Findings = [.. all.SelectMany(question => question.Findings).Distinct(StringComparer.Ordinal)],
            Mechanisms = [.. all.SelectMany(question => question.Mechanisms).Distinct(StringComparer.Ordinal)],
            Gain = all.Sum(question => question.Gain),
        };
    }

    /// <summary>How unsure the differential is, times how much the finding touches: bits of entropy times weight.</summary>
    static double Gain(Diagnosis diagnosis)
    {
        var entropy = -diagnosis.Differential.Where(c => c.Probability > 0).Sum(c => c.Probability * Math.Log2(c.Probability));
        return entropy * (0.1 + Math.Max(diagnosis.Finding.Weight, diagnosis.Finding.Share));
    }

    static string What(Diagnosis diagnosis, Profile profile)
    {
        var finding = diagnosis.Finding;
        var table = profile.Table(finding.Table);
        if (finding.Where.Item is { } item)
        {
            return Name(table?.Item(item)?.Variable.Known) ?? Quoted(table?.Item(item)?.Variable.Label ?? item);
        }

        // places, outcomes and the answers that decide are not what is asked about
        var about = finding.Columns.Where(column => table?.Reading.Column(column)?.Role is not (Role.Site or Role.Outcome)).ToList();
        about = finding.Kind == "missing-by-answer" && about.Count > 1 ? about[..^1] : about.Count == 0 ? [.. finding.Columns] : about;
        return about.Count switch
        {
            0 => $"the rows of {Quoted(finding.Table)}",
            > MostNamed => "these values",
            > 2 => $"these values ({string.Join(", ", about.Select(Quoted))})",
            _ => string.Join(" and ", about.Select(column => Name(table?.Reading.Column(column) is { VariableConfidence: >= 0.8 } known ? known.Variable : null) ?? Quoted(column))),
        };
    }

    static string Quoted(string name) => $"“{name}”";

    static string? Name(string? variable) => variable is null || Variables.Find(variable) is not { } known ? null
        : char.ToLowerInvariant(known.Name[0]) + known.Name.Split('(', ',')[0].Trim()[1..];
}

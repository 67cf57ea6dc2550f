using Anamnesis.Findings;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;

namespace Anamnesis.Readiness;

/// <summary>Judges a dimension by the findings that hold it back: those of its kinds, and those that one of its mechanisms likely made.</summary>
/// <remarks>Level 3 while no finding touches a larger share than <c>fit</c>, 4 when all that were there were confirmed by a person; 2 while none is larger than
/// <c>usable</c>, or enough of what is larger has a likely cause, so that its handling has a name; 1 otherwise. Reality holds nothing back.</remarks>
static class Held
{
    const int MostBecause = 20;
    const int MostNamed = 3;

    /// <summary>The gate of a dimension; <c>measured</c> says what was looked at, as a plural, and <c>explained</c> which share of the rows beyond <c>usable</c> needs a likely cause.</summary>
    internal static Gate Back(Dimension dimension, Evidence evidence, double fit, double usable, string measured, double explained = 1)
    {
        var related = evidence.Diagnoses.Where(dimension.Concerns).ToList();
        var holding = related.Where(d => (d.Finding.Share > fit || dimension.Always.Contains(d.Finding.Kind)) && !dimension.SetsAside(d)).OrderByDescending(d => d.Finding.Share).ToList();
        if (holding.Count == 0)
        {
            var confirmed = related.Count > 0 && related.TrueForAll(d => d.IsSettled);
            return new Gate(dimension.Id, confirmed ? 4 : 3, [], fit == 0 ? $"{measured}: none." : $"{measured}: nothing beyond {Says.Share(fit)}.", null);
        }

        var large = holding.Where(d => d.Finding.Share > usable).ToList();
        var level = large.Where(d => d.Likely is not null).Sum(d => d.Finding.Count) >= explained * large.Sum(d => d.Finding.Count) ? 2 : 1;
        return new Gate(dimension.Id, level, [.. holding.Take(MostBecause).Select(d => d.Finding.Id)], $"{measured}: {Named(holding)}{Unexplained(level, large)}.", null);
    }

    static string Named(List<Diagnosis> holding)
    {
        var first = holding.DistinctBy(d => d.Finding.Kind).Take(MostNamed).ToList();
        var named = first.Select(d => $"{Title(d.Finding.Kind)} ({Says.Share(d.Finding.Share)} of {(d.Finding.Columns.Count > 0 ? $"{d.Finding.Columns[0]} in {d.Finding.Table}" : d.Finding.Table)})");
        return string.Join(", ", named) + (holding.Count > first.Count ? $" and {holding.Count - first.Count} more" : string.Empty);
    }

    static string Unexplained(int level, List<Diagnosis> large) =>
        level > 1 ? string.Empty : $"; {large.Count(d => d.Likely is null)} of these {(large.Count == 1 ? "has" : "have")} no likely cause yet";

    static string Title(string kind) => Catalog.Of<IFindingKind>().FirstOrDefault(one => one.Id == kind)?.Title is { } title ? char.ToLowerInvariant(title[0]) + title[1..] : kind;

    /// <summary>A dimension with the kinds of finding that it is about.</summary>
    internal sealed record Dimension(string Id, params IReadOnlyList<string> Kinds)
    {
        /// <summary>What holds nothing back although it is there; by default what reflects reality.</summary>
        internal Func<Diagnosis, bool> SetsAside { get; init; } = diagnosis => diagnosis.Verdict == Verdict.Reality;

        /// <summary>Kinds that hold back whatever share they touch.</summary>
        internal IReadOnlyList<string> Always { get; init; } = [];

        internal bool Concerns(Diagnosis diagnosis) =>
            Kinds.Contains(diagnosis.Finding.Kind) || (diagnosis.Likely is { } likely && ReadinessTable.Mechanisms(Id).Contains(likely.Mechanism));
    }
}

using Anamnesis.Mechanisms;

namespace Anamnesis.Readiness;

/// <summary>Judges a dimension by the findings that hold it back.</summary>
/// <remarks>Level 3 while the largest share of cells concerned is at most <c>fit</c>; 2 while it is at most <c>usable</c>, or every larger finding has a likely
/// cause, so that the handling has a name; 1 otherwise; 4 when all of them were confirmed by a person.</remarks>
static class Held
{
    internal static Gate Back(string dimension, Evidence evidence, IReadOnlyList<string> kinds, IReadOnlyList<string> mechanisms, double fit, double usable, string measured)
    {
        var holding = evidence.Diagnoses
            .Where(d => kinds.Contains(d.Finding.Kind) || (d.Likely is { } likely && mechanisms.Contains(likely.Mechanism)))
            .Where(d => d.Finding.Share > fit && d.Verdict != Verdict.Reality)
            .OrderByDescending(d => d.Finding.Share).ToList();
        if (holding.Count == 0)
        {
            return new Gate(dimension, 3, [], $"{measured}: nothing beyond {Percent(fit)} of the cells of a column.", null);
        }

        var confirmed = holding.TrueForAll(d => d.Answers.Count > 0 && d.Likely is not null);
        var large = holding.Where(d => d.Finding.Share > usable).ToList();
        var level = confirmed ? 4 : large.TrueForAll(d => d.Likely is not null) ? 2 : 1;
        var worst = holding[0].Finding;
        return new Gate(
            dimension, level, [.. holding.Take(20).Select(d => d.Finding.Id)],
            $"{measured}: {holding.Count} {(holding.Count == 1 ? "finding" : "findings")}, the largest in {Percent(worst.Share)} of {(worst.Columns.Count > 0 ? worst.Columns[0] : "the rows")} ({worst.Table})"
            + (level == 1 ? "; not all have a likely cause." : "."),
            null);
    }

    internal static string Percent(double share) => $"{share * 100:0.##} %";
}

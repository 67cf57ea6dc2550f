using System.Globalization;

namespace Anamnesis.Questions.Interviews;

/// <summary>How much each cause explains, as somebody wrote it down in a note <c>split: report text 30, echo from elsewhere 15</c>, held against the truth.</summary>
/// <param name="Parts">The causes that there are, each with what was given for it.</param>
/// <param name="Elsewhere">What was given for causes that there are not.</param>
sealed record GapSplit(IReadOnlyList<(GapPart Part, double Given)> Parts, double Elsewhere)
{
    const string Begins = "split:";
    const int MostPieces = 20;
    const double MostPoints = 1000;

    /// <summary>1 where every part is right, 0 where nothing is: 1 less half the differences, as a share of the gap.</summary>
    internal double Score => Math.Max(0, 1 - ((Parts.Sum(part => Math.Abs(part.Part.Points - part.Given)) + Elsewhere) / (2 * Of)));

    /// <summary>The whole gap, in percentage points.</summary>
    internal double Of => Parts.Sum(part => part.Part.Points);

    /// <summary>The split of the notes; null where the scenario has none, or nobody wrote one.</summary>
    internal static GapSplit? In(Scenario scenario, IReadOnlyList<string> notes)
    {
        if (scenario.Gap.Count == 0 || notes.FirstOrDefault(note => note.StartsWith(Begins, StringComparison.OrdinalIgnoreCase)) is not { } note)
        {
            return null;
        }

        var known = scenario.Gap.Select(part => (Part: part, Stems: Stems.Of($"{part.Says} {part.Words}", scenario.Synonyms).ToHashSet(StringComparer.Ordinal))).ToList();
        var given = note[Begins.Length..].Split([',', ';'], MostPieces, StringSplitOptions.RemoveEmptyEntries)
            .Where(piece => Phrase.Number().IsMatch(piece)).Select(piece => (Part: Named(piece), Points: Points(piece))).ToList();
        return new GapSplit([.. scenario.Gap.Select(part => (part, given.Where(one => one.Part == part).Sum(one => one.Points)))], given.Where(one => one.Part is null).Sum(one => one.Points));

        GapPart? Named(string piece)
        {
            var said = Stems.Of(piece, scenario.Synonyms).ToHashSet(StringComparer.Ordinal);
            var best = known.MaxBy(one => one.Stems.Count(said.Contains));
            return best.Stems.Any(said.Contains) ? best.Part : null;
        }
    }

    static double Points(string piece) =>
        double.TryParse(Phrase.Number().Match(piece).Value.TrimEnd('.', ':'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) ? Math.Min(points, MostPoints) : 0;
}

namespace Anamnesis.Questions.Linting;

/// <summary>From flaws and qualities to points: six components, and the worst flaw sets a ceiling.</summary>
static class Rubric
{
    /// <summary>The least score of a question that can be asked.</summary>
    internal const int Pass = 70;

    const int Lowest = 5;
    const int EachFurtherFlaw = 5; // points that every flaw after the worst takes off the ceiling
    const int WithoutGrip = 80; // good at best: nothing to hold on to

    static readonly (string Name, int Most, int Start)[] Components =
        [("neutrality", 25, 25), ("answerability", 20, 20), ("form", 15, 15), ("language", 10, 10), ("concreteness", 20, 6), ("yield", 10, 0)];

    static readonly string[] Grips =
        ["anchored-case", "shows-data", "time-bounded", "states-back", "asks-to-observe", "asks-who-else", "invites-correction", "asks-workaround"];

    /// <summary>The points of each component, the ceiling, and what is left.</summary>
    internal static (IReadOnlyDictionary<string, int> Components, int Ceiling, int Score) Of(IReadOnlyList<string> flaws, IReadOnlyList<string> qualities)
    {
        var found = Criteria.Flaws.Where(flaw => flaws.Contains(flaw.Id)).ToList();
        var points = Components.ToDictionary(
            component => component.Name,
            component => Math.Clamp(
                component.Start
                - found.Where(flaw => flaw.Component == component.Name).Sum(flaw => flaw.Points)
                + Criteria.Qualities.Where(quality => quality.Component == component.Name && qualities.Contains(quality.Id)).Sum(quality => quality.Points),
                0,
                component.Most),
            StringComparer.Ordinal);
        var ceiling = found.Count > 0
            ? Math.Max(Lowest, found.Min(flaw => flaw.Ceiling) - (EachFurtherFlaw * (found.Count - 1)))
            : qualities.Any(quality => Grips.Contains(quality, StringComparer.Ordinal)) ? 100 : WithoutGrip;
        return (points, ceiling, Math.Min(points.Values.Sum(), ceiling));
    }
}

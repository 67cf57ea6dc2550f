using Anamnesis.Questions.Interviews;

namespace Anamnesis.Questions.Needs;

/// <summary>Needs in the order in which to begin, with how firm the order is.</summary>
static class NeedRanking
{
    const int Counted = 2; // evidence from which on it is more than a candidate

    internal static IReadOnlyList<RankedNeed> Of(IReadOnlyList<Need> needs, Func<Need, NeedReadiness?>? examined = null)
    {
        var all = needs.Select(need => (Need: need, Ready: examined?.Invoke(need))).Select(one => (one.Need, one.Ready, Axes: Axes(one.Need, one.Ready))).ToList();
        var scores = all.ToDictionary(one => one.Need.Id, one => NeedScore.Of(one.Axes), StringComparer.Ordinal);
        int Rank(string id, double score) => 1 + scores.Count(other => other.Key != id && other.Value.StartNow > score);
        var wrong = NeedsFile.WrongPicks;
        return
        [
            .. all.OrderByDescending(one => scores[one.Need.Id].StartNow).ThenBy(one => one.Need.Id, StringComparer.Ordinal).Select(one =>
            {
                var (low, high) = NeedScore.Range(one.Axes);
                var score = scores[one.Need.Id];
                return new RankedNeed(one.Need, score, Rank(one.Need.Id, score.StartNow), Rank(one.Need.Id, high), Rank(one.Need.Id, low))
                {
                    Candidate = Candidate(one.Need),
                    Faults = NeedLint.Faults(one.Need),
                    Readiness = one.Ready,
                    Resembles = [.. wrong.Where(pick => Resembles(one.Need, pick))],
                };
            }),
        ];
    }

    /// <summary>The data are as ready as an examination found them, whatever was hoped.</summary>
    static IReadOnlyDictionary<string, int> Axes(Need need, NeedReadiness? ready) =>
        ready is null || ready.Level >= need.Scores["data"] ? need.Scores : new Dictionary<string, int>(need.Scores, StringComparer.Ordinal) { ["data"] = ready.Level };

    static string? Candidate(Need need) => need.Screen.FirstOrDefault(screen => screen.Value == false) is { Key: { } failed } ? $"the answer to '{failed}' is no"
        : need.Scores["evidence"] < Counted ? "three incidents from two roles are needed first"
        : null;

    static bool Resembles(Need need, WrongPick pick)
    {
        var words = Stems.Of($"{need.Short} {need.Problem} {need.Outcome} {need.Population}").ToHashSet(StringComparer.Ordinal);
        return pick.Cues.Any(cue => Stems.Of(cue) is { Count: > 0 } stems && stems.All(words.Contains));
    }
}

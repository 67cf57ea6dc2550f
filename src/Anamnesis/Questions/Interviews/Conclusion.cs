namespace Anamnesis.Questions.Interviews;

/// <summary>What somebody wrote down after the talk, held against what was said in it.</summary>
/// <param name="Named">Ids of facts that were told and are named.</param>
/// <param name="Unheard">Ids of facts that are named although nobody told them.</param>
/// <param name="False">Ids of untrue beliefs that are named.</param>
sealed record Conclusion(IReadOnlyList<string> Named, IReadOnlyList<string> Unheard, IReadOnlyList<string> False)
{
    const double Enough = 0.5; // share of the stems of a finding that a sentence has to have
    const int LeastStems = 2;

    /// <summary>Reads notes, one finding a line.</summary>
    internal static Conclusion Of(Interview talk, IReadOnlyList<string> notes)
    {
        var scenario = talk.Scenario;
        var lines = notes.Select(note => Stems.Of(note, scenario.Synonyms).ToHashSet(StringComparer.Ordinal)).ToList();
        var named = scenario.Facts.Where(fact => lines.Exists(line => Names(line, Stems.Of(fact.Gist, scenario.Synonyms)))).Select(fact => fact.Id).ToList();
        var told = talk.Turns.Select(turn => turn.Fact?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var untrue = scenario.Beliefs.Where(belief => belief.Cues.Any(cue => lines.Exists(line => Stems.Of(cue, scenario.Synonyms) is { Count: > 0 } stems && stems.All(line.Contains)))).Select(belief => belief.Id);
        return new Conclusion([.. named.Where(told.Contains)], [.. named.Where(id => !told.Contains(id))], [.. untrue]);
    }

    static bool Names(HashSet<string> line, IReadOnlyList<string> gist)
    {
        var distinct = gist.Distinct(StringComparer.Ordinal).ToList();
        var found = distinct.Count(line.Contains);
        return found >= Math.Min(LeastStems, distinct.Count) && found >= Enough * distinct.Count;
    }
}

namespace Anamnesis.Questions.Interviews;

/// <summary>What a way of asking costs, or earns: trust, patience and time. Modelling choices, not measurements.</summary>
static class Costs
{
    const double PerTurn = 0.5; // minutes
    const double WordsAMinute = 90; // of whoever asks
    const double Reply = 0.25;
    const double PerFact = 0.35;
    const double Repetition = 6; // patience

    static readonly Dictionary<string, double> OfTrust = new(StringComparer.Ordinal)
    {
        ["privacy-risk"] = 25,
        ["blame"] = 18,
        ["loaded-wording"] = 8,
        ["social-pressure"] = 6,
        ["solution-first"] = 4,
        ["compliment-fishing"] = 4,
        ["hypothetical-future"] = 2,
        ["leading"] = 3,
    };

    static readonly Dictionary<string, double> OfPatience = new(StringComparer.Ordinal)
    {
        ["question-stack"] = 10,
        ["overlong"] = 8,
        ["compliment-fishing"] = 6,
        ["solution-first"] = 5,
        ["no-clear-ask"] = 5,
        ["vague"] = 4,
        ["jargon"] = 4,
        ["raw-identifier"] = 4,
        ["boil-the-ocean"] = 4,
    };

    internal static double Trust(Heard heard, Given given, bool introduced, bool purposeKnown) =>
        (heard.Introduces && !introduced ? 5 : 0) + (heard.GivesPurpose && !purposeKnown && given.Rule is not ("blame" or "privacy") ? 4 : 0) + (given.Rule == "teach-back" ? 6 : 0)
        + (given.Rule == "open" && heard.Linted.Score >= 85 && !heard.IsTemplate ? 3 : 0) - Of(OfTrust, heard);

    internal static double Patience(Heard heard, Given given) =>
        -Of(OfPatience, heard) - (heard.Repeats || heard.IsTemplate ? Repetition : 0) - (given.Rule is "nothing-said" or "other-language" ? 5 : 0);

    internal static double Minutes(Heard heard, Given given) => -PerTurn - (heard.Text.Count(letter => letter == ' ') / WordsAMinute) - Reply - (given.Fact is null ? 0 : PerFact);

    static double Of(Dictionary<string, double> costs, Heard heard) => heard.Linted.Flaws.Select(flaw => flaw.Id).Distinct(StringComparer.Ordinal).Sum(costs.GetValueOrDefault);
}

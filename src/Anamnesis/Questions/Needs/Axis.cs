namespace Anamnesis.Questions.Needs;

/// <summary>One aspect of a need, scored by whole numbers.</summary>
/// <param name="Id">The key in a file of needs.</param>
/// <param name="Asks">What is asked.</param>
/// <param name="Levels">What each number means, from 0 on.</param>
sealed record Axis(string Id, string Asks, IReadOnlyList<string> Levels)
{
    internal const int Complexities = 7;

    internal static IReadOnlyList<Axis> All { get; } =
    [
        new("people", "people a year at your site", ["under 10", "10 to 99", "100 to 999", "1,000 to 9,999", "10,000 and more"]),
        new("severity", "what one failure does", ["a nuisance", "minutes, comfort", "repeated or late, days of worse life", "a stay, or lasting harm", "death, permanent disability"]),
        new("frequency", "failures at the site", ["yearly or fewer", "a few a year", "monthly", "weekly", "daily"]),
        new("preventable", "by better information", ["nothing shown", "plausible, under 10%", "10 to 25%, or observed", "25 to 50%, or a trial of the like", "over 50%, shown here"]),
        new("data", "how ready the data are", ["not recorded", "on paper", "free text", "structured with gaps", "structured, timely, checked"]),
        new("digital", "how digital the step is", ["paper", "islands", "partly, no interface", "mostly, an interface exists", "fully"]),
        new("workflow", "who does it", ["nobody to act", "somebody else's extra work", "an owner's extra work", "fits a step that exists", "removes a step"]),
        new("owner", "whose it is", ["nobody's", "somebody is interested", "a named champion", "an owner with a measure", "an owner with a budget"]),
        new("regulation", "medical device", ["no device", "class I", "class IIa", "class IIb", "class III"]),
        new("complexity", "of the seven domains (condition, technology, value, adopters, organisation, wider system, change) how many are complex", ["none", "one", "two", "three", "four", "five", "six", "seven"]),
        new("evidence", "of the need", ["opinion", "one incident", "three incidents, two roles", "and observed", "and counted"]),
    ];

    internal int Most => Levels.Count - 1;
}

using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Needs;

/// <summary>Whether a need is one: no solution in its words, an outcome that can be measured, a population that can be counted.</summary>
static partial class NeedLint
{
    const int Longest = 40; // words of a statement

    internal static IReadOnlyList<string> Faults(Need need)
    {
        (string Field, string Text)[] fields = [("population", need.Population), ("problem", need.Problem), ("outcome", need.Outcome)];
        return
        [
            .. fields.SelectMany(field => Solutions().Matches(field.Text).Select(found => $"{field.Field}: '{found.Value}' is a solution. Say what has to change, not with what.")),
            .. Measurable().IsMatch(need.Outcome) ? [] : (string[])[$"outcome: '{need.Outcome}' cannot be measured. Begin with what falls, rises, is saved or gets shorter."],
            .. Everybody().IsMatch(need.Population) ? (string[])[$"population: '{need.Population}' cannot be counted. Name who, and where."] : [],
            .. need.Statement.Split(' ').Length > Longest ? (string[])[$"the statement has {need.Statement.Split(' ').Length} words. Say it in {Longest}."] : [],
            .. need.Because.SelectMany(pair => GivenAway().Matches(pair.Value).Select(found => $"because {pair.Key}: “{found.Value}” gives a wrong pick away. Name who decides what with it.")),
        ];
    }

    [GeneratedRegex(@"\b(?:apps?|applications?|ai|artificial intelligence|machine learning|deep learning|(?:language |prediction )?models?|dashboards?|chat ?bots?|algorithms?|platforms?|portals?|blockchain|wristbands?|wearables?|sensors?|software|cloud|telemonitoring|remote monitoring|(?:risk |readmission )scores?|predict(?:s|or|ion|ions|ing)?|digital twins?|robots?|neural networks?|smart ?phones?|smart ?watch(?:es)?|aplikacj\w*|sztuczn\w+ inteligencj\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Solutions();

    [GeneratedRegex(@"\b(?:lower|raise|shorten|lengthen|avoid|prevent|save|reduce|increase|fewer|more|less|earlier|sooner|faster|halve|double|cut|free|lessen|from [0-9]|to [0-9]|[0-9]+ ?%)", RegexOptions.IgnoreCase)]
    private static partial Regex Measurable();

    [GeneratedRegex(@"^(?:all |the )?(?:everybody|everyone|people|users|patients|doctors|hospitals?|healthcare)$", RegexOptions.IgnoreCase)]
    private static partial Regex Everybody();

    [GeneratedRegex(@"\bcould be used (?:for|to)\b|\bwould only (?:need|have) to\b|\baccuracy\b|\b(?:everybody|everyone)\b[^.]*\bliked\b|\balready have the data\b|\bAUC\b", RegexOptions.IgnoreCase)]
    private static partial Regex GivenAway();
}

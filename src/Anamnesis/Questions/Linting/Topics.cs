using System.Globalization;
using System.Text.RegularExpressions;
using Anamnesis.Knowledge;

namespace Anamnesis.Questions.Linting;

/// <summary>Who knows what: roles by topics, <c>knowledge/questions/topics.csv</c>; 2 owns it, 1 knows a part, 0 refers. The words of each trade, <c>trades.csv</c>, say less.</summary>
static class Topics
{
    const string Silent = "-"; // the words say nothing about this role

    static readonly string[] Header = Embedded.Text("questions/topics.csv").Split('\n')[0].Split(',');

    static readonly (string Name, IReadOnlyDictionary<string, int> Level, Cue Words)[] All = Table("questions/topics.csv");
    static readonly (string Name, IReadOnlyDictionary<string, int> Level, Cue Words)[] Trades = Table("questions/trades.csv");

    /// <summary>The best level of a role over the trades whose words a text uses, or null where it uses none: weaker than a topic, words wander between trades.</summary>
    internal static int? Nearest(string text, string role, Letters letters) =>
        Trades.Where(trade => trade.Level.ContainsKey(role) && trade.Words.Match(text, letters).Success).Select(trade => (int?)trade.Level[role]).Max();

    /// <summary>The topic of a sentence that this role knows least about, when it knows nothing of any; and the best level over its topics, or null without a topic.</summary>
    internal static (int? Level, string? Topic, Match? Words) Of(string text, string role, Letters letters)
    {
        var touched = All.Select(topic => (topic.Name, Level: topic.Level.GetValueOrDefault(role, 1), Words: topic.Words.Match(text, letters))).Where(topic => topic.Words.Success).ToList();
        if (touched.Count == 0)
        {
            return (null, null, null);
        }

        var best = touched.MaxBy(topic => topic.Level);
        return (best.Level, best.Name, best.Words);
    }

    /// <summary>The role that owns a topic.</summary>
    internal static string? Owner(string topic) => All.Where(known => known.Name == topic).SelectMany(known => known.Level).FirstOrDefault(pair => pair.Value == 2).Key;

    static (string Name, IReadOnlyDictionary<string, int> Level, Cue Words)[] Table(string file) =>
    [
        .. Embedded.Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',', Header.Length))
            .Select(parts => (parts[0], (IReadOnlyDictionary<string, int>)Levels(parts), new Cue(parts[^1]))),
    ];

    static Dictionary<string, int> Levels(string[] parts) =>
        Enumerable.Range(1, Header.Length - 2).Where(i => parts[i] != Silent).ToDictionary(i => Header[i], i => int.Parse(parts[i], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}

using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Words that all end at one length: the field was too narrow for them.</summary>
sealed class CutText : IFindingKind
{
    const int Narrowest = 10; // characters
    const int FewestCut = 3; // different texts at the full width
    const int MostLabels = 60; // different texts of a column that holds labels rather than sentences
    const double MostEnded = 0.3; // of them that end as a sentence does
    const int WordsOfProse = 4; // blanks in a text, on average
    const int Before = 4; // lengths below the full one to compare with
    const int MostSites = 12;
    const double Piled = 5; // different texts at the full width of a place, over those at a length before
    const double Longer = 0.05; // of the texts of other places

    public string Id => "cut-text";

    public string Title => "Texts are cut at one width";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => Everywhere(profile, dataset).Concat(AtSites(profile, dataset));

    IEnumerable<Finding> Everywhere(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        from variable in table.Variables
        where variable.Variable.Item is null && variable.Variable.Column.Kind == Kind.Text && variable.Distinct > FewestCut && variable.Texts.Count > FewestCut
            && variable.Variable.Role is Role.Category or Role.Text or Role.Site or Role.Other
        let width = variable.Texts.Max(text => text.Text.Length)
        where width >= Narrowest && IsCut(variable, width)
        let column = variable.Variable.Column
        let cut = Cut(dataset, table.Table, column, width)
        where cut.Rows > 0
        select Draft.Of(
            Id, table.Table, [column], $"{column.Name} is exactly {width} characters long in {Says.Of(cut.Rows, table.Table.Rows)} and never longer: what did not fit into the field was cut off",
            (cut.Rows, table.Table.Rows), $"length({column.Value}) = {width}") with
        {
            Number = width,
            Weight = 0.15,
            Facts = new Dictionary<string, double> { ["words"] = cut.Words, ["before"] = cut.Before },
        };

    /// <summary>Sentences that end at one length at one place, while those of others go on.</summary>
    IEnumerable<Finding> AtSites(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        let site = CoarsestPlace.Of(table, MostSites)
        where site is not null
        from variable in table.Variables
        where variable.Variable is { Item: null, Role: Role.Category or Role.Text or Role.Other } && Prose.Is(variable)
        let column = variable.Variable.Column
        from cut in Cut(dataset, table, column, site)
        select Draft.Of(
            Id, table.Table, [column], $"at {site.Name} {RecognitionItems.Plain(cut.Site)} {column.Name} is exactly {cut.Width} characters long in {Says.Of(cut.Rows, cut.All)} and never longer, as it is elsewhere: what did not fit into the field was cut off",
            (cut.Rows, table.Table.Rows), $"length({column.Value}) = {cut.Width} AND {dataset.Dialect.ToText(site.Value)} = {cut.Site}") with
        {
            Number = cut.Width,
            Where = new Where(Site: cut.Site),
            Weight = 0.15,
            Facts = new Dictionary<string, double> { ["words"] = cut.Words, ["before"] = cut.Before },
        };

    /// <summary>Places with a full width of their own: their rows, those at the full width, different texts there and at each length before.</summary>
    static IEnumerable<(string Site, long Width, long Rows, long All, long Words, double Before)> Cut(Dataset dataset, TableProfile table, Column column, Column site)
    {
        var lengths = dataset.Rows(
            $"SELECT site, length(word), count(*), sum(n), count(*) FILTER (WHERE right(word, 1) IN ('.', '!', '?')) FROM (SELECT {dataset.Dialect.ToText(site.Value)} AS site, {column.Value} AS word, count(*) AS n FROM {table.Table.From} WHERE {column.Value} IS NOT NULL AND {site.Value} IS NOT NULL GROUP BY 1, 2) AS words GROUP BY 1, 2 ORDER BY 1, 2",
            row => (Site: row.TextAt(0)!, Length: row.CountAt(1), Words: row.CountAt(2), Rows: row.CountAt(3), Ended: row.CountAt(4))); // not null by WHERE
        foreach (var place in lengths.GroupBy(length => length.Site).Where(place => lengths.Any(other => other.Site != place.Key)))
        {
            var full = place.MaxBy(length => length.Length);
            var before = place.Where(length => length.Length < full.Length && length.Length >= full.Length - Before).Sum(length => length.Words) / (double)Before;
            var others = lengths.Where(length => length.Site != place.Key).ToList();
            if (full.Length >= Narrowest && full.Words >= FewestCut && full.Words >= Piled * Math.Max(1, before) && full.Ended <= MostEnded * full.Words
                && others.Where(length => length.Length > full.Length).Sum(length => length.Rows) >= Longer * others.Sum(length => length.Rows))
            {
                yield return (place.Key, full.Length, full.Rows, place.Sum(length => length.Rows), full.Words, before);
            }
        }
    }

    /// <summary>Rows and different texts at the full width, and texts of each length before; no rows when one is longer or the shorter ones are as frequent.</summary>
    static (long Rows, long Words, double Before) Cut(Dataset dataset, Table table, Column column, int width)
    {
        var lengths = dataset.Rows(
            $"SELECT length(word), count(*), sum(n) FROM (SELECT {column.Value} AS word, count(*) AS n FROM {table.From} WHERE {column.Value} IS NOT NULL GROUP BY 1) AS words WHERE length(word) >= {width - Before} GROUP BY 1",
            row => (Length: row.CountAt(0), Words: row.CountAt(1), Rows: row.CountAt(2)));
        var before = lengths.Where(length => length.Length < width).Sum(length => length.Words) / (double)Before;
        var full = lengths.FirstOrDefault(length => length.Length == width);
        return lengths.Any(length => length.Length > width) || full.Words < 3 * Math.Max(1, before) ? default : (full.Rows, full.Words, before);
    }

    /// <summary>Sentences of one length, half of all or more: no code is written in so many words, and nobody writes them all equally long.</summary>
    static bool IsProse(VariableProfile variable, List<TextCount> cut) =>
        2 * cut.Count >= variable.Texts.Count && cut.Average(text => text.Text.Trim().Count(letter => letter == ' ')) >= WordsOfProse && cut.TrueForAll(text => text.Text[^1] != ' ');

    /// <summary>A text without case and figures: ranges of numbers and one word in two spellings are as long as each other by themselves.</summary>
    static string Form(string text) => string.Concat(text.ToLowerInvariant().Select(letter => char.IsDigit(letter) ? '0' : letter));

    /// <summary>Far more different texts of the full length than of the lengths before, among texts of several words and many lengths.</summary>
    static bool IsCut(VariableProfile variable, int width)
    {
        var lengths = variable.Texts.GroupBy(text => text.Text.Length).ToDictionary(group => group.Key, group => group.Count());
        var full = lengths[width];
        var before = Enumerable.Range(width - Before, Before).Sum(length => lengths.GetValueOrDefault(length)) / (double)Before;
        var cut = variable.Texts.Where(text => text.Text.Length == width).ToList();
        return full >= FewestCut && (variable.Distinct > MostLabels || cut.Select(text => Form(text.Text)).Distinct(StringComparer.Ordinal).Count() >= FewestCut) && full >= 3 * Math.Max(1, before) && (variable.Texts.Min(text => text.Text.Length) <= 0.8 * width || IsProse(variable, cut))
            && cut.Count(text => text.Text.Any(letter => letter is ' ' or '/' or ',')) >= 0.7 * full && cut.TrueForAll(text => text.Text.Any(char.IsLetter)) && (lengths.Count >= 4 || 2 * full >= variable.Texts.Count)
            && cut.Count(text => text.Text[^1] is '.' or '!' or '?') <= MostEnded * full;
    }
}

using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Words that differ only in case, blanks or punctuation, and words with blanks at their ends.</summary>
sealed class Spellings : IFindingKind
{
    const int MostDistinct = 50_000;
    const int MostNamed = 100;

    public string Id => "spellings";

    public string Title => "One category spelled in several ways";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        from variable in table.Variables
        where variable.Variable.Item is null && variable.Variable.Column.Kind == Kind.Text && variable.Distinct is > 1 and <= MostDistinct
            && variable.Variable.Role is Role.Category or Role.Unit or Role.Item or Role.Site or Role.Text or Role.Other or Role.User or Role.Outcome
            && !Prose.Is(variable)
        from finding in Of(table, variable.Variable.Column, dataset)
        select finding;

    static IEnumerable<Finding> Of(TableProfile table, Column column, Dataset dataset)
    {
        var all = Spelled(table, column);
        var trimmed = all is not null && !all.Exists(text => text != text.Trim());
        if (all is { } known && trimmed && known.Select(Folded).Distinct().Count() == known.Count)
        {
            yield break; // the profile has every word, and all are spelled one way
        }

        if (all is null && !MayVary(table, column, dataset))
        {
            yield break;
        }

        Sql single = $"SELECT {column.Value} AS word, count(*) AS n FROM {table.Table.From} WHERE {column.Value} IS NOT NULL GROUP BY 1";
        if (Folding(table, column, single, dataset) is { } folding)
        {
            yield return folding;
        }

        if (!trimmed && table.Column(column.Name)?.Variable.Role != Role.Text && Blanks(table, column, single, dataset) is { } blanks)
        {
            yield return blanks;
        }
    }

    static Finding? Folding(TableProfile table, Column column, Sql single, Dataset dataset)
    {
        static Sql Ranked(Sql words) =>
            $"SELECT word, folded, n, row_number() OVER (PARTITION BY folded ORDER BY n DESC, word) AS place, count(*) OVER (PARTITION BY folded) AS spellings FROM (SELECT word, {Fold($"word")} AS folded, n FROM ({words}) AS single) AS words";
        var variants = dataset.Rows(
            $"SELECT word, n, place FROM ({Ranked(Known(table, column) ?? single)}) AS ranked WHERE spellings > 1", row => (Word: row.TextAt(0)!, Rows: row.CountAt(1), Second: row.CountAt(2) > 1)); // words are not null
        if (variants.Count == 0)
        {
            return null;
        }

        var (words, cells, rare) = (variants.Count(variant => variant.Second), variants.Sum(variant => variant.Rows), variants.Where(variant => variant.Second).Sum(variant => variant.Rows));
        // units are told by name: they are no values of patients, and finding them again would count all rows once more
        Sql odd = table.Column(column.Name)?.Variable.Role == Role.Unit && variants.Count <= MostNamed
            ? Sql.Join(", ", variants.Where(variant => variant.Second).Select(variant => variant.Word).Order(StringComparer.Ordinal).Select(word => (Sql)$"{word}"))
            : $"SELECT word FROM ({Ranked(single)}) AS ranked WHERE place > 1";
        return Draft.Of(
            "spellings", table.Table, [column], $"{column.Name} spells {Says.Count(words)} of its words in a second way (case, blanks, punctuation), in {Says.Of(rare, table.Table.Rows)}",
            (rare, table.Table.Rows), $"{column.Value} IN ({odd})") with
        {
            Token = "case",
            Weight = 0.15 + (0.3 * rare / Math.Max(1, table.Table.Rows)),
            Facts = new Dictionary<string, double> { ["words"] = words, ["cells"] = cells, ["rarer"] = (double)rare / cells },
        };
    }

    static Finding? Blanks(TableProfile table, Column column, Sql single, Dataset dataset)
    {
        var cells = (long)dataset.Number($"SELECT sum(n) FROM ({Known(table, column) ?? single}) AS single WHERE word <> trim(word)");
        return cells == 0 ? null : Draft.Of(
            "spellings", table.Table, [column], $"{column.Name} begins or ends with a blank in {Says.Of(cells, table.Table.Rows)}",
            (cells, table.Table.Rows), $"{column.Value} <> trim({column.Value})") with
        { Token = "blank", Weight = 0.15 };
    }

    /// <summary>The units of a long table and their rows: they were counted with its items.</summary>
    static Sql? Known(TableProfile table, Column column) => table.AllUnits(column) is { } known
        ? (Sql)$"SELECT word, n FROM (VALUES {Sql.Join(", ", known.Select(text => (Sql)$"({text.Text}, {text.Count})"))}) AS known (word, n)"
        : null;

    /// <summary>Whether some words are the same without case, blanks and punctuation, or have blanks at an end: much cheaper than folding. In large tables sampled rows tell.</summary>
    static bool MayVary(TableProfile table, Column column, Dataset dataset) => dataset.Row(
        $"""
        SELECT count(*), count(DISTINCT lower(translate(word, ' _./-', ''))), count(*) FILTER (WHERE word <> trim(word))
        FROM (SELECT DISTINCT {column.Value} AS word FROM {table.ForShares.From} WHERE {column.Value} IS NOT NULL) AS words
        """,
        row => row.CountAt(0) > row.CountAt(1) || row.CountAt(2) > 0);

    static Sql Fold(Sql text) => $"lower(trim(regexp_replace({text}, '[ _./-]+', ' ', 'g')))";

    /// <summary>Every word of a column, where the profile kept them all.</summary>
    static List<string>? Spelled(TableProfile table, Column column) =>
        table.Column(column.Name) is { } profile && profile.Texts.Count == profile.Distinct ? [.. profile.Texts.Select(text => text.Text)] : null;

    // the same folding as in SQL, and wider for letters and blanks beyond ASCII: then the engine is asked
    static string Folded(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"[\s_./-]+", " ").Trim().ToLowerInvariant();
}

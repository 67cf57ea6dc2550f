using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>How the cells of a column look.</summary>
sealed record CellFacts
{
    internal const string Grouping = "[. \u00a0\u202f’']";

    /// <summary>A decimal comma and groups of three: 1.234,5 or 1 234; one group after a point alone is a plain number.</summary>
    internal const string Grouped = "^ *[+-]?([1-9][0-9]{0,2}(" + Grouping + "[0-9]{3})+,[0-9]+|[1-9][0-9]{0,2}([ \u00a0\u202f’'][0-9]{3})+|[1-9][0-9]{0,2}([.][0-9]{3}){2,}) *$";

    const string Thousands = @"^ *[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+ *$";

    const string Pointed = @"^ *[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+\.[0-9]+ *$";

    /// <summary>What R, Python, JSON, C and spreadsheets write for a number divided by zero, in small letters.</summary>
    internal static readonly string[] Infinite = ["inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", "1.#inf", "-1.#inf", "#div/0!"];

    const int Counts = 14;

    CellFacts(IReadOnlyList<long> counts) =>
        (Filled, Nothings, Numbers, Fractions, LeadingZeros, Commas, ThousandsCommas, Both, Groups, DateLike, PointZeros, CountryLike, Others, Infinities) =
        (counts[0] - counts[1], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7], counts[8], counts[9], counts[10], counts[11], counts[12], counts[13]);

    /// <summary>Neither empty nor a word for nothing.</summary>
    internal long Filled { get; }

    /// <summary>Words for nothing.</summary>
    internal long Nothings { get; }

    /// <summary>Plain numbers.</summary>
    internal long Numbers { get; }

    /// <summary>Of these, with a fraction.</summary>
    internal long Fractions { get; }

    /// <summary>Whole numbers that begin with 0, as codes do.</summary>
    internal long LeadingZeros { get; }

    /// <summary>Digits, one comma, digits.</summary>
    internal long Commas { get; }

    /// <summary>Groups of three digits separated by commas; of these with one comma, all are counted under <see cref="Commas"/>, too.</summary>
    internal long ThousandsCommas { get; }

    /// <summary>Groups of three digits separated by commas, and a decimal point.</summary>
    internal long Both { get; }

    /// <summary>Groups of three digits separated by points or blanks, see <see cref="Grouped"/>.</summary>
    internal long Groups { get; }

    /// <summary>Begins as dates do.</summary>
    internal long DateLike { get; }

    /// <summary>Whole numbers written with ".0".</summary>
    internal long PointZeros { get; }

    /// <summary>Two capitals, other than NA.</summary>
    internal long CountryLike { get; }

    /// <summary>Not NA, and not NULL.</summary>
    internal long Others { get; }

    /// <summary>Words for a number divided by zero, see <see cref="Infinite"/>.</summary>
    internal long Infinities { get; }

    /// <summary>Counts the cells of columns by their distinct texts.</summary>
    /// <remarks>Patterns cost more to prepare than to match, so that columns of few rows are asked together. Not all of a long table: a list of cells a row is dear there.</remarks>
    internal static IReadOnlyList<CellFacts> Of(Dataset dataset, Sql stage, IReadOnlyList<Sql> columns, Sql nothing)
    {
        Sql Sum(Sql condition) => $"sum(CASE WHEN {condition} THEN n END)";
        Sql Times(string pattern) => Sum($"regexp_matches(t, {pattern})");
        Sql cells = columns.Count == 1 ? (Sql)$"SELECT 0 AS place, {columns[0]} AS t FROM {stage}" : $"SELECT unnest(range({columns.Count})) AS place, unnest([{Sql.Join(", ", columns)}]) AS t FROM {stage}";
        var facts = dataset.Rows(
            $"""
            SELECT place, {Sum($"blank <> ''")}, {Sum($"lower(blank) IN ({nothing})")}, {Sum($"number IS NOT NULL")}, {Sum($"number <> floor(number)")}, {Times("^0[0-9]+$")},
              {Times("^ *[+-]?[0-9]+,[0-9]+ *$")}, {Times(Thousands)}, {Times(Pointed)}, {Times(Grouped)}, {Times(TimeForm.Like)}, {Times(@"^ *-?[0-9]+\.0 *$")},
              {Sum($"t <> 'NA' AND regexp_matches(t, '^[A-Z][A-Z]$')")}, {Sum($"t <> 'NA'")},
              {Sum($"lower(blank) IN ({Sql.Join(", ", Infinite.Select(word => (Sql)$"{word}"))})")}
            FROM (SELECT place, t, n, trim(t) AS blank, {dataset.Dialect.TryNumber($"t")} AS number
              FROM (SELECT place, t, count(*) AS n FROM ({cells}) AS every WHERE t IS NOT NULL GROUP BY 1, 2) AS texts) AS cells
            GROUP BY place
            """,
            row => (Place: (int)row.CountAt(0), Facts: new CellFacts([.. Enumerable.Range(1, Counts).Select(row.CountAt)]))).ToDictionary(column => column.Place, column => column.Facts);
        return [.. columns.Select((_, place) => facts.GetValueOrDefault(place) ?? new CellFacts(new long[Counts]))];
    }
}

using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>How the cells of a column look.</summary>
sealed record CellFacts
{
    /// <summary>Columns of <see cref="Query"/>.</summary>
    internal const int Count = 11;

    internal const string Grouping = "[. \u00a0\u202f’']";

    /// <summary>A decimal comma and groups of three: 1.234,5 or 1 234; one group after a point alone is a plain number.</summary>
    internal const string Grouped = "^ *[+-]?([1-9][0-9]{0,2}(" + Grouping + "[0-9]{3})+,[0-9]+|[1-9][0-9]{0,2}([ \u00a0\u202f’'][0-9]{3})+|[1-9][0-9]{0,2}([.][0-9]{3}){2,}) *$";

    const string Thousands = @"^ *[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+ *$";

    const string Pointed = @"^ *[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+\.[0-9]+ *$";

    CellFacts(IReadOnlyList<long> counts) =>
        (Filled, Nothings, Numbers, Fractions, LeadingZeros, Commas, ThousandsCommas, Both, Groups, DateLike, PointZeros) =
        (counts[0] - counts[1], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7], counts[8], counts[9], counts[10]);

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

    /// <summary>The counts of one column.</summary>
    internal static Sql Query(Dialect dialect, Sql text, Sql nothing)
    {
        var number = dialect.TryNumber(text);
        Sql Times(string pattern) => $"count(*) FILTER (WHERE regexp_matches({text}, {pattern}))";
        return $"""
            count(nullif(trim({text}), '')), count(*) FILTER (WHERE lower(trim({text})) IN ({nothing})), count({number}),
            count(*) FILTER (WHERE {number} <> floor({number})), {Times("^0[0-9]+$")}, {Times("^ *[+-]?[0-9]+,[0-9]+ *$")}, {Times(Thousands)}, {Times(Pointed)}, {Times(Grouped)},
            {Times(TimeForm.Like)}, {Times(@"^ *-?[0-9]+\.0 *$")}
            """;
    }

    internal static CellFacts Of(IReadOnlyList<long> counts, int column) => new([.. counts.Skip(column * Count).Take(Count)]);
}

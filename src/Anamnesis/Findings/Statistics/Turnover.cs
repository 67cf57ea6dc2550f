using Anamnesis.Engines;

namespace Anamnesis.Findings.Statistics;

/// <summary>The month at which one set of codes gives way to another.</summary>
/// <param name="From">The first month of the new codes.</param>
/// <param name="Gone">Share of the rows of the half year before in codes that are not used afterwards.</param>
/// <param name="Come">Share of the rows of the half year after in codes that were not used before.</param>
/// <param name="CodesGone">How many codes end.</param>
/// <param name="CodesCome">How many begin.</param>
/// <param name="OtherForm">Share of the new rows whose code has a form (letters, digits, signs) that hardly any code had before.</param>
sealed record Turnover(DateTime From, double Gone, double Come, int CodesGone, int CodesCome, double OtherForm)
{
    internal const int FewestCodes = 4; // that end, and that begin
    const double LeastShare = 0.4;
    const long FewestRows = 60; // of the half year on either side
    const long FewestOfCode = 5; // rows from which a code's end says something
    const double Leftover = 0.02; // of a code's rows that may stand on the other side
    const double RareForm = 0.05;
    const int Months = 6;

    /// <summary>A code in a month.</summary>
    internal readonly record struct Cell(DateTime Month, string Code, long Rows);

    /// <summary>The month at which most codes change, or null when too few do.</summary>
    internal static Turnover? Of(IReadOnlyList<Cell> cells)
    {
        var codes = cells.GroupBy(cell => cell.Code, StringComparer.Ordinal).Select(code => code.OrderBy(cell => cell.Month).ToList()).ToList();
        var lives = codes.Select(code => (Code: code, Begins: Reached(code), Ends: Reached([.. Enumerable.Reverse(code)]))).Where(life => life.Code.Sum(cell => cell.Rows) >= FewestOfCode).ToList();
        var months = cells.Select(cell => cell.Month).Distinct().Order().ToList();
        return months.Skip(2).SkipLast(1).Select(month => At(month, codes, [.. lives.Where(life => month > life.Ends).Select(life => life.Code)], [.. lives.Where(life => month <= life.Begins && month <= life.Ends).Select(life => life.Code)])).OfType<Turnover>().MaxBy(found => (Math.Min(found.Gone, found.Come), found.Gone + found.Come));
    }

    /// <summary>The month by which more than a leftover of a code's rows is seen, in the order of the cells.</summary>
    static DateTime Reached(List<Cell> code)
    {
        var (leftover, seen) = (Leftover * code.Sum(cell => cell.Rows), 0L);
        return code.First(cell => (seen += cell.Rows) > leftover).Month;
    }

    static Turnover? At(DateTime month, List<List<Cell>> codes, List<List<Cell>> old, List<List<Cell>> young)
    {
        var (before, after) = (month.Plus(months: -Months), month.Plus(months: Months));
        if (old.Count < FewestCodes || young.Count < FewestCodes)
        {
            return null;
        }

        long In(List<List<Cell>> some, DateTime from, DateTime to) => some.Sum(code => code.Where(cell => cell.Month >= from && cell.Month < to).Sum(cell => cell.Rows));
        var (rowsBefore, rowsAfter) = (In(codes, before, month), In(codes, month, after));
        if (rowsBefore < FewestRows || rowsAfter < FewestRows)
        {
            return null;
        }

        var (gone, come) = ((double)In(old, before, month) / rowsBefore, (double)In(young, month, after) / rowsAfter);
        return Math.Min(gone, come) < LeastShare ? null : new Turnover(month, gone, come, old.Count, young.Count, Form(month, codes, young));
    }

    static double Form(DateTime month, List<List<Cell>> codes, List<List<Cell>> young)
    {
        var forms = codes.SelectMany(code => code).Where(cell => cell.Month < month).GroupBy(cell => Shape(cell.Code), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(cell => cell.Rows), StringComparer.Ordinal);
        var (all, before) = ((double)young.Sum(code => code.Sum(cell => cell.Rows)), forms.Values.Sum());
        return young.Where(code => forms.GetValueOrDefault(Shape(code[0].Code)) <= RareForm * before).Sum(code => code.Sum(cell => cell.Rows)) / all;
    }

    static string Shape(string code) => string.Concat(code.Select(letter => char.IsAsciiDigit(letter) ? '9' : char.IsLetter(letter) ? 'A' : letter));
}

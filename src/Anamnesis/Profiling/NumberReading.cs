using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Numbers that are too many to count one by one are rounded to four significant digits.</summary>
static class NumberReading
{
    internal const int MostDistinct = 20_000;

    /// <summary>Codes for what is not known have more than four digits now and then; rounded they could not be told any more.</summary>
    static readonly double[] Nines = [99_999, 999_999, 9_999_999, 99_999_999, 999_999_999, -99_999, -999_999, -9_999_999, -99_999_999, -999_999_999];

    /// <summary>Rounding by multiplication where the size is usual: powers and logarithms are dear on millions of rows.</summary>
    internal static Sql FourDigits(Dialect dialect, Sql value) =>
        $"""
        CASE WHEN {value} >= 1 AND {value} < 10 THEN round({value} * 1000) / 1000
          WHEN {value} >= 10 AND {value} < 100 THEN round({value} * 100) / 100
          WHEN {value} >= 100 AND {value} < 1000 THEN round({value} * 10) / 10
          WHEN {value} >= 1000 AND {value} < 10000 THEN round({value})
          WHEN {value} >= 0.1 AND {value} < 1 THEN round({value} * 10000) / 10000
          WHEN {value} = 0 THEN 0
          WHEN {value} IN ({Sql.Join(", ", Nines.Select(nines => (Sql)$"{nines}"))}) THEN {value}
          ELSE {dialect.Round($"{value} / power(10, floor(log10(abs({value}))) - 3)", 0)} * power(10, floor(log10(abs({value}))) - 3) END
        """;

    /// <summary>The frequencies as they are, or rounded where the values are too many.</summary>
    internal static (Frequencies Numbers, bool Rounded) Bounded(Frequencies exact) => exact.Values.Count <= MostDistinct
        ? (exact, false)
        : (Frequencies.Counted([.. exact.Values.Select(FourDigits)], [.. exact.Counts]), true);

    internal static double FourDigits(double value)
    {
        if (value == 0 || Nines.Contains(value))
        {
            return value;
        }

        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value))) - 3;
        var scale = Math.Pow(10, Math.Abs(exponent));
        return exponent < 0 ? Math.Round(value * scale, MidpointRounding.AwayFromZero) / scale : Math.Round(value / scale, MidpointRounding.AwayFromZero) * scale;
    }
}

using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Numbers that are too many to count one by one are rounded to four significant digits.</summary>
static class NumberReading
{
    internal const int MostDistinct = 20_000;

    internal static Sql FourDigits(Dialect dialect, Sql value) =>
        $"CASE WHEN {value} = 0 THEN 0 ELSE {dialect.Round($"{value} / power(10, floor(log10(abs({value}))) - 3)", 0)} * power(10, floor(log10(abs({value}))) - 3) END";
}

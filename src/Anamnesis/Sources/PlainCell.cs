using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Anamnesis.Sources;

/// <summary>Numbers and times as programs write them, read from bytes. What is written otherwise is refused, also where DuckDB would read it.</summary>
static class PlainCell
{
    const int Exact = 15; // digits of which a double holds every whole number
    const int Epoch = 719_162; // 1970-01-01 as a day number
    const long Day = 86_400_000_000;
    const long Second = 1_000_000;

    static readonly SearchValues<byte> LongNumber = SearchValues.Create("0123456789.eE+-"u8);

    static ReadOnlySpan<double> Powers => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>A number such as 12, -0.5 or 1.5e-7; the double that is nearest to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryNumber(ReadOnlySpan<byte> cell, out double number)
    {
        var first = !cell.IsEmpty && cell[0] == '-' ? 1 : 0;
        var (whole, point) = (0L, -1);
        for (var i = first; i < cell.Length; i++)
        {
            var digit = unchecked((uint)(cell[i] - '0'));
            if (digit <= 9)
            {
                whole = unchecked((whole * 10) + digit);
            }
            else if (cell[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return IsLong(cell[first..]) & TryLong(cell, out number);
            }
        }

        var behind = point < 0 ? 0 : cell.Length - point - 1;
        var digits = cell.Length - first - (point < 0 ? 0 : 1);
        if (digits > Exact)
        {
            return IsLong(cell[first..]) & TryLong(cell, out number);
        }

        number = point < 0 ? whole : whole / Powers[behind]; // both exact, so that the quotient is rounded once
        number = first == 0 ? number : -number;
        return digits > 0 && point != first && (point < 0 || behind > 0);
    }

    /// <summary>Digits, a point, an exponent: begins and ends with a digit, and nothing but these.</summary>
    static bool IsLong(ReadOnlySpan<byte> cell) => char.IsAsciiDigit((char)cell[0]) && char.IsAsciiDigit((char)cell[^1]) && cell.IndexOfAnyExcept(LongNumber) < 0 && cell.IndexOf(".e"u8) < 0 && cell.IndexOf(".E"u8) < 0;

    static bool TryLong(ReadOnlySpan<byte> cell, out double number) =>
        double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
        && (double.IsNormal(number) || (number == 0 && cell.IndexOfAnyInRange((byte)'1', (byte)'9') < 0));

    /// <summary>A day such as 2020-02-29, or a time such as 2020-02-29 23:59:59 or, with up to six digits, 2020-02-29 23:59:59.123456; in microseconds since 1970.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryTime(ReadOnlySpan<byte> cell, out long time)
    {
        time = 0;
        if (cell.Length < 10 || cell[4] != '-' || cell[7] != '-' || !(Two(cell, 0, out var century) & Two(cell, 2, out var year) & Two(cell, 5, out var month) & Two(cell, 8, out var day)))
        {
            return false;
        }

        year += 100 * century;
        if (year < 1 || month is < 1 or > 12 || day < 1 || (day > 28 && day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        time = (DayNumber(year, month, day) - Epoch) * Day;
        return cell.Length == 10 || (cell[10] == ' ' && TryClock(cell[11..], ref time));
    }

    /// <summary>Days since 0001-01-01, counted in years that begin in March, so that the odd day comes last.</summary>
    static int DayNumber(int year, int month, int day)
    {
        var (years, months) = month < 3 ? (year - 1, month + 9) : (year, month - 3);
        return (365 * years) + (years / 4) - (years / 100) + (years / 400) + (((153 * months) + 2) / 5) + day - 307;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool TryClock(ReadOnlySpan<byte> clock, ref long time)
    {
        if (clock.Length < 8 || clock[2] != ':' || clock[5] != ':' || !(Two(clock, 0, out var hour) & Two(clock, 3, out var minute) & Two(clock, 6, out var second)) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time += ((3600 * hour) + (60 * minute) + second) * Second;
        return clock.Length == 8 || (clock[8] == '.' && TryFraction(clock[9..], ref time));
    }

    static bool TryFraction(ReadOnlySpan<byte> digits, ref long time)
    {
        var unit = Second;
        foreach (var digit in digits)
        {
            unit /= 10;
            time += (digit - '0') * unit;
        }

        return digits.Length is >= 1 and <= 6 && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool Two(ReadOnlySpan<byte> cell, int at, out int number)
    {
        var (tens, ones) = unchecked(((uint)cell[at] - '0', (uint)cell[at + 1] - '0'));
        number = unchecked((int)((10 * tens) + ones));
        return tens <= 9 & ones <= 9;
    }
}

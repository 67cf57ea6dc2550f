using System.Data.Common;
using System.Globalization;
using System.Numerics;

namespace Anamnesis.Engines;

/// <summary>Reading a row of any engine without caring how it boxes a number.</summary>
public static class RowReading
{
    /// <summary>The number at that place, null for NULL, NaN and infinities.</summary>
    public static double? NumberAt(this DbDataReader row, int place)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.IsDBNull(place))
        {
            return null;
        }

        var type = row.GetFieldType(place);
        if (type == typeof(long))
        {
            return row.GetInt64(place); // without a box, as below
        }

        var value = type == typeof(double) ? row.GetDouble(place) : row.GetValue(place) switch
        {
            int number => number,
            decimal number => (double)number,
            BigInteger number => (double)number,
            bool truth => truth ? 1 : 0,
            var other => Convert.ToDouble(other, CultureInfo.InvariantCulture),
        };
        return double.IsFinite(value) ? value : null;
    }

    /// <summary>The whole number at that place, 0 for NULL.</summary>
    public static long CountAt(this DbDataReader row, int place) => (long)(row.NumberAt(place) ?? 0);

    /// <summary>The text at that place, null for NULL.</summary>
    public static string? TextAt(this DbDataReader row, int place)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.IsDBNull(place) ? null : Convert.ToString(row.GetValue(place), CultureInfo.InvariantCulture);
    }

    /// <summary>The point in time at that place, null for NULL and for what a DateTime cannot hold.</summary>
    public static DateTime? TimeAt(this DbDataReader row, int place)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.IsDBNull(place)
            ? null
            : row.Held(place) switch
            {
                DateTime time => time,
                DateOnly day => day.ToDateTime(TimeOnly.MinValue),
                DateTimeOffset time => time.UtcDateTime,
                _ => null,
            };
    }

    // drivers refuse a time without end or of a year that DateTime has not
    static object? Held(this DbDataReader row, int place)
    {
        try
        {
            return row.GetValue(place);
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }
}

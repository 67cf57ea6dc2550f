namespace Anamnesis.Engines;

/// <summary>The dozen words that engines spell differently; all other SQL is portable.</summary>
/// <remarks>Portable and used freely: CTEs, window functions, FILTER, CASE, extract(hour|minute|dow|…), date_trunc, count, sum, avg, min, max, corr,
/// stddev_samp, ln, power, floor, abs, lower, trim, length, substr, position, replace, concat, coalesce, nullif, greatest, least, IS DISTINCT FROM.
/// Not portable, and therefore not used: GROUP BY ALL, QUALIFY, any_value, integer division, round with digits, INTERVAL arithmetic on differences.</remarks>
public abstract class Dialect
{
    /// <summary>The value as DOUBLE PRECISION, NULL when the text is no plain number (digits, sign, point, exponent; blanks around) or one of 1e100 and more.</summary>
    public abstract Sql TryNumber(Sql text);

    /// <summary>The value as TIMESTAMP, NULL when the text is no ISO date or time of the years 1 to 9999.</summary>
    public abstract Sql TryTime(Sql text);

    /// <summary>True when a POSIX-style regular expression matches anywhere in the text.</summary>
    public abstract Sql Matches(Sql text, string pattern);

    /// <summary>Seconds since 1970 of a timestamp, as DOUBLE PRECISION.</summary>
    public abstract Sql Epoch(Sql time);

    /// <summary>The exact quantile of an aggregate's input, interpolated; NULLs are left out.</summary>
    public abstract Sql Quantile(Sql value, double share);

    /// <summary>Several exact quantiles of one input, sorted once: an expression for each share, in their order.</summary>
    public virtual IReadOnlyList<Sql> Quantiles(Sql value, params IReadOnlyList<double> shares) => [.. shares.Select(share => Quantile(value, share))];

    /// <summary>True for about one in <paramref name="oneIn"/> keys, always the same keys. Whole patients stay together when the key is the patient.</summary>
    public abstract Sql Sampled(Sql key, int oneIn);

    /// <summary>The number rounded half away from zero to that many decimals, as DOUBLE PRECISION.</summary>
    public abstract Sql Round(Sql value, int decimals);

    /// <summary>The value as text.</summary>
    public virtual Sql ToText(Sql value) => $"CAST({value} AS VARCHAR)";

    /// <summary>A number as DOUBLE PRECISION.</summary>
    public virtual Sql ToNumber(Sql value) => $"CAST({value} AS DOUBLE PRECISION)";

    /// <summary>The value held by the row with the greatest order, as an aggregate.</summary>
    public abstract Sql Last(Sql value, Sql order);

    /// <summary>Distinct values of an aggregate's input; may be approximate within 3 % where the engine offers that cheaply.</summary>
    public virtual Sql Distinct(Sql value) => $"count(DISTINCT {value})";

    /// <summary>A 64-bit hash of the values, the same for equal rows; for grouping, never for drawing.</summary>
    public abstract Sql RowHash(IReadOnlyList<Sql> values);
}

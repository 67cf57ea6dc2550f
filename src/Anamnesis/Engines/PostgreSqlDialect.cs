namespace Anamnesis.Engines;

/// <summary>How PostgreSQL (12 and newer) spells the words.</summary>
sealed class PostgreSqlDialect : Dialect
{
    const string PlainNumber = @"^\s*[+-]?([0-9]{1,200}(\.[0-9]{0,200})?|\.[0-9]{1,200})([eE][+-]?[0-9]{1,2})?\s*$"; // what a double can hold
    const string IsoTime =
        @"^\s*(?!0000)[0-9]{4}[-/](0?[1-9]|1[0-2])[-/](0?[1-9]|[12][0-9]|3[01])([ T]([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?(Z|[+-](0[0-9]|1[0-5])(:?[0-5][0-9])?)?)?\s*$";

    const string Month = "[0-9]{4}[-/][0-9]{1,2}";

    const string Day = "^ *[0-9]{4}[-/][0-9]{1,2}[-/]([0-9]{1,2})";

    public override Sql TryNumber(Sql text) => $"CASE WHEN {text} ~ {PlainNumber} THEN CASE WHEN {OutOfRange.Fits($"CAST({text} AS DOUBLE PRECISION)")} THEN CAST({text} AS DOUBLE PRECISION) END END";

    // a day such as 30 February passes the pattern: the month's length is checked before the cast
    public override Sql TryTime(Sql text) =>
        $"""
        CASE WHEN {text} ~ {IsoTime} THEN
          CASE WHEN CAST(substring({text} from {Day}) AS INTEGER) <= extract(day from (to_date(substring({text} from {Month}), 'YYYY-MM') + CAST('1 month' AS INTERVAL) - CAST('1 day' AS INTERVAL)))
            THEN CAST({text} AS TIMESTAMP) END END
        """;

    public override Sql Matches(Sql text, string pattern) => $"({text} ~ {pattern})";

    public override Sql Epoch(Sql time) => $"CAST(extract(epoch from {time}) AS DOUBLE PRECISION)";

    public override Sql Quantile(Sql value, double share) => $"percentile_cont({share}) WITHIN GROUP (ORDER BY {value})";

    public override Sql Sampled(Sql key, int oneIn) => $"abs(CAST(hashtext(CAST({key} AS VARCHAR)) AS BIGINT)) % {oneIn} = 0";

    public override Sql Round(Sql value, int decimals) => $"CAST(round(CAST({value} AS NUMERIC), {decimals}) AS DOUBLE PRECISION)";

    public override Sql Last(Sql value, Sql order) => $"(array_agg({value} ORDER BY {order} DESC NULLS LAST))[1]";

    public override Sql RowHash(IReadOnlyList<Sql> values) =>
        $"hashtextextended(concat_ws(chr(31), {Sql.Join(", ", values.Select(value => (Sql)$"coalesce(CAST({value} AS VARCHAR), chr(30))"))}), 0)";
}

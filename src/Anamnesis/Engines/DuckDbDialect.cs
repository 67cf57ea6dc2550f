namespace Anamnesis.Engines;

/// <summary>How DuckDB spells the words.</summary>
sealed class DuckDbDialect : Dialect
{
    // nan and inf are words here, not numbers, and 1_000 is a code
    public override Sql TryNumber(Sql text) => $"CASE WHEN {OutOfRange.Fits($"TRY_CAST(trim({text}) AS DOUBLE)")} AND NOT contains({text}, '_') THEN TRY_CAST(trim({text}) AS DOUBLE) END";

    public override Sql TryTime(Sql text) => Calendar.Within($"TRY_CAST(trim({text}) AS TIMESTAMP)");

    public override Sql Matches(Sql text, string pattern) => $"regexp_matches({text}, {pattern})";

    public override Sql Epoch(Sql time) => $"epoch({time})";

    public override Sql Quantile(Sql value, double share) => $"quantile_cont({value}, {share})";

    // the same list aggregate is computed once, however often it is written
    public override IReadOnlyList<Sql> Quantiles(Sql value, params IReadOnlyList<double> shares) =>
        [.. shares.Select((_, place) => (Sql)$"quantile_cont({value}, [{Sql.Join(", ", shares.Select(share => (Sql)$"{share}"))}])[{place + 1}]")];

    public override Sql Sampled(Sql key, int oneIn) => $"hash({key}) % {oneIn} = 0";

    public override Sql Round(Sql value, int decimals) => $"round({value}, {decimals})";

    public override Sql Last(Sql value, Sql order) => $"arg_max({value}, {order})";

    public override Sql RowHash(IReadOnlyList<Sql> values) => $"hash({Sql.Join(", ", values)})";
}

using Anamnesis.Engines;

namespace Anamnesis.Mechanisms.Times;

/// <summary>How two times of a finding are apart: by the clock, or by the work.</summary>
static class WholeHours
{
    const double Hour = 3600;
    const double Spread = 900; // seconds around the delay of those that are in time

    /// <summary>Share of the finding's rows that are one or two hours later than the rows in time, give or take their usual delay; null when it cannot be told.</summary>
    internal static double? Share(Case @case)
    {
        if (@case.Finding.Columns.Count != 2 || @case.Finding.Condition is not { } late || @case.Table.Table.Column(@case.Finding.Columns[0]) is not { } to || @case.Table.Table.Column(@case.Finding.Columns[1]) is not { } from)
        {
            return null;
        }

        Sql apart = $"({@case.Dialect.Epoch(to.Value)} - ({@case.Dialect.Epoch(from.Value)}))";
        return @case.Dataset.Row<double?>(
            $"""
            SELECT count(*) FILTER (WHERE {apart} BETWEEN {Hour} AND {Hour + Spread} OR {apart} BETWEEN {2 * Hour} AND {(2 * Hour) + Spread}), count(*)
            FROM {@case.Table.Table.From} WHERE {late}
            """,
            row => row.CountAt(1) == 0 ? null : (double)row.CountAt(0) / row.CountAt(1));
    }

    /// <summary>Median seconds by which a part ends after its whole, for a finding between two tables; null for times of one row.</summary>
    internal static double? MedianApart(Case @case) => @case.Finding.Token is null || @case.Finding.Condition is not null ? null
        : @case.Dataset.Row<double?>(
            $"SELECT {@case.Dialect.Quantile(Sql.Raw($"({@case.Dialect.Epoch(Sql.Raw("t")).Text} - ({@case.Dialect.Epoch(Sql.Raw("whole")).Text}))"), 0.5)} FROM ({@case.Finding.Rows}) AS pairs",
            row => row.NumberAt(0));
}

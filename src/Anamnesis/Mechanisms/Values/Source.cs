using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Values;

/// <summary>How strongly the odd rows belong to one source: a site, a unit, a user, a period.</summary>
/// <param name="By">Name of the column that tells them apart best, or <c>month</c>.</param>
/// <param name="V">Cramér's V between odd and that column, in [0, 1].</param>
/// <param name="InOne">Share of the odd rows that the source with most of them holds.</param>
/// <param name="OfAll">Share of all rows that this source holds.</param>
sealed record Source(string By, double V, double InOne, double OfAll)
{
    const int MostSources = 200;
    const long Least = 10; // odd rows

    /// <summary>The column that tells odd rows from the others best; null when there is none or too few rows are odd.</summary>
    internal static Source? Of(Case @case)
    {
        if (@case.Finding.Count < Least || @case.Finding.Condition is not { } condition || @case.Variable is not { } profile)
        {
            return null;
        }

        var reading = @case.Table.Reading;
        List<(string Name, Sql Key)> keys =
        [
            .. reading.Columns.Where(column => column.Role is Role.Site or Role.Unit or Role.User && column.Column.Name != profile.Variable.Column.Name)
                .Select(column => (column.Column.Name, column.Column.Value)),
        ];
        if (reading.Clock is { } clock)
        {
            keys.Add(("month", $"date_trunc('month', {clock.Value})"));
        }

        return keys.Select(key => Told(@case, profile.Variable, condition, key)).OfType<Source>().MaxBy(source => source.V);
    }

    static Source? Told(Case @case, Variable variable, Sql condition, (string Name, Sql Key) key)
    {
        var cells = @case.Dataset.Rows<(long Odd, long Others)>(
            $"""
            SELECT count(*) FILTER (WHERE odd) AS odd, count(*) FILTER (WHERE NOT odd) AS rest
            FROM (SELECT {key.Key} AS source, coalesce({condition}, FALSE) AS odd FROM {variable.Table.From} WHERE {variable.Rows} AND {variable.Value} IS NOT NULL) AS marked
            GROUP BY source
            """,
            row => (row.CountAt(0), row.CountAt(1)));
        if (cells.Count is < 2 or > MostSources)
        {
            return null;
        }

        var (odd, rest) = (cells.Sum(cell => cell.Odd), cells.Sum(cell => cell.Others));
        if (odd == 0 || rest == 0)
        {
            return null;
        }

        var total = (double)(odd + rest);
        var square = cells.Sum(cell =>
        {
            var size = cell.Odd + cell.Others;
            var (expectedOdd, expectedRest) = (size * odd / total, size * rest / total);
            return (Math.Pow(cell.Odd - expectedOdd, 2) / expectedOdd) + (Math.Pow(cell.Others - expectedRest, 2) / expectedRest);
        });
        var most = cells.MaxBy(cell => cell.Odd);
        return new Source(key.Name, Math.Sqrt(square / total), (double)most.Odd / odd, (most.Odd + most.Others) / total);
    }
}

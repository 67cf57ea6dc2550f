using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>For some months far fewer come than before, and afterwards as many again.</summary>
sealed class FewerInMonths : IFindingKind
{
    const double Less = 0.7; // of the usual months
    const double Again = 0.75; // of what came before; as much as afterwards, or the other way round
    const int Around = 18; // months on either side, fewer where the record begins or ends
    const int LeastAround = 6;
    const int Shortest = 2;
    const int Longest = 18;
    const double Fewest = 30; // expected rows
    const double Deviations = 4.5;
    const int MostSites = 12;
    const double GapADay = 2; // usual rows from which months without any are told as gaps
    const double DaysOfMonth = 30.4;

    public string Id => "fewer-in-months";

    public string Title => "For some months far fewer come";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Originals.Where(table => table.Reading.Of(Role.Stay) is { } stay ? table.Column(stay.Name) is { } stays && stays.Distinct == stays.Rows : table.Reading.Layout == Layout.Stays))
        {
            if (table.Calendar is { } clock)
            {
                var everywhere = Lowest(clock.Months) is { } run ? Told(table, clock, run, null, dataset.Dialect) : null;
                foreach (var finding in everywhere is null ? AtSites(table, clock, dataset) : [everywhere])
                {
                    yield return finding;
                }
            }
        }
    }

    static Finding Told(TableProfile table, ClockProfile clock, Run run, (Column Column, string Name)? site, Dialect dialect)
    {
        Sql here = site is var (column, name) ? (Sql)$" AND {dialect.ToText(column.Value)} = {name}" : $"";
        var at = site is var (place, word) ? $" at {place.Name} {RecognitionItems.Plain(word)}" : string.Empty;
        return Draft.Of(
            "fewer-in-months", table.Table, [clock.Column], $"from {run.From:yyyy-MM} to {run.To.Plus(days: -1):yyyy-MM} {table.Table.Name} has {Says.Share(run.Rows / run.Usual)} of the usual rows{at}, and afterwards as many as before",
            ((long)Math.Round(run.Usual - run.Rows), clock.Present), $"{clock.Column.Value} >= {run.From} AND {clock.Column.Value} < {run.To}{here}") with
        {
            Where = new Where(Site: site?.Name, From: run.From, To: run.To),
            Estimated = true,
            Weight = 0.4,
            Facts = new Dictionary<string, double> { ["share"] = run.Rows / run.Usual, ["months"] = run.Months },
        };
    }

    /// <summary>One place may be closed to all but the sickest while the others are not.</summary>
    static IEnumerable<Finding> AtSites(TableProfile table, ClockProfile clock, Dataset dataset)
    {
        if (CoarsestPlace.Of(table, MostSites) is not { } site)
        {
            return [];
        }

        return from place in dataset.Rows(
                   $"SELECT {dataset.Dialect.ToText(site.Value)}, date_trunc('month', {clock.Column.Value}), count(*) FROM {table.Table.From} WHERE {site.Value} IS NOT NULL AND {clock.Column.Value} IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
                   row => (Site: row.TextAt(0)!, Month: row.GetDateTime(1), Rows: row.CountAt(2))).GroupBy(month => month.Site, StringComparer.Ordinal) // not null by WHERE
               let run = Lowest([.. place.Select(month => (month.Month, month.Rows))])
               where run is not null
               select Told(table, clock, run, (site, place.Key), dataset.Dialect);
    }

    internal sealed record Run(DateTime From, DateTime To, double Rows, double Usual, int Months);

    /// <summary>The run of months that lies furthest below the months around it, if that is beyond chance.</summary>
    internal static Run? Lowest(IReadOnlyList<(DateTime Month, long Rows)> some)
    {
        var months = WithEmpty(some);
        var runs = from length in Enumerable.Range(Shortest, Longest - Shortest + 1)
                   from first in Enumerable.Range(LeastAround, Math.Max(0, months.Count - (2 * LeastAround) - length + 1))
                   let last = first + length - 1
                   where Months(months[first - 1].Month, months[last].Month) == length // beside a longer silence nothing is told
                   let before = Slice(months, first - Around, first)
                   let after = Slice(months, last + 1, last + 1 + Around)
                   let usual = length * (before.Average() + after.Average()) / 2
                   let rows = Slice(months, first, last + 1).Sum()
                   where usual >= Fewest && (rows > 0 || usual < GapADay * DaysOfMonth * length) && rows <= Less * usual && Math.Min(before.Average(), after.Average()) >= Again * Math.Max(before.Average(), after.Average())
                   let scatter = Math.Max(1, (Scatter(before) + Scatter(after)) / 2)
                   let deviations = (usual - rows) / Math.Sqrt(scatter * usual * (1 + ((double)length / (before.Count + after.Count))))
                   where deviations >= Deviations
                   orderby deviations descending
                   select new Run(months[first].Month, months[last].Month.Plus(months: 1), rows, usual, length);
        return runs.FirstOrDefault();
    }

    /// <summary>With months without a row, where no more than a run of them lie between two that have some: a date of 1900 or 9999 brings no centuries.</summary>
    internal static List<(DateTime Month, long Rows)> WithEmpty(IReadOnlyList<(DateTime Month, long Rows)> months)
    {
        var all = new List<(DateTime Month, long Rows)>();
        foreach (var month in months)
        {
            var missing = all.Count == 0 ? 0 : Months(all[^1].Month, month.Month) - 1;
            for (var i = 0; i < missing && missing <= Longest; i++)
            {
                all.Add((all[^1].Month.Plus(months: 1), 0));
            }

            all.Add(month);
        }

        return all;
    }

    static int Months(DateTime from, DateTime to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;

    static List<double> Slice(IReadOnlyList<(DateTime Month, long Rows)> months, int from, int to) => [.. months.Skip(from).Take(to - Math.Max(0, from)).Select(month => (double)month.Rows)];

    /// <summary>Variance of the months against that of chance.</summary>
    static double Scatter(List<double> months)
    {
        var mean = months.Average();
        return months.Sum(rows => (rows - mean) * (rows - mean)) / (months.Count - 1) / Math.Max(1, mean);
    }
}

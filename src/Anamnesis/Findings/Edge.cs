using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Rows thin out, or stays stay open, at the end of the extract.</summary>
sealed class Edge : IFindingKind
{
    const double Fallen = 0.6; // of the usual month
    const double Swings = 2.5; // standard deviations of a month
    const int FewestAMonth = 30;
    const int Last = 2; // months
    const int Year = 12; // months
    const double Open = 5; // times the earlier share of open stays

    public string Id => "edge";

    public string Title => "Rows thin out at the end of the extract";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        profile.Tables.SelectMany(table => Falling(table, dataset).Concat(Unfinished(table, dataset)));

    IEnumerable<Finding> Falling(TableProfile table, Dataset dataset)
    {
        if (table.Calendar is not { } clock || clock.Months.Count < 18)
        {
            yield break;
        }

        // the last month of an extract is cut by its day, so it does not count
        var months = clock.Months.SkipLast(1).ToList();
        var year = months.SkipLast(Last + 1).TakeLast(Year).Select(month => (double)month.Rows).ToList();
        var usual = year.Average();
        var swing = Math.Sqrt(year.Average(rows => Math.Pow(rows - usual, 2))); // rows of one patient come together
        var last = months.TakeLast(Last).ToList();
        if (usual >= FewestAMonth && last[0].Rows >= last[1].Rows && last[1].Rows <= Math.Min(Fallen * usual, usual - (Swings * swing)) && HasFewer(table, clock.Column, [.. months.Select(month => month.Month)], dataset))
        {
            var from = last.Where(month => month.Rows <= 0.8 * usual).Min(month => month.Month);
            var missing = last.Where(month => month.Month >= from).Sum(month => usual - month.Rows);
            yield return Draft.Of(
                Id, table.Table, [clock.Column], $"the last months hold {Says.Share(last[1].Rows / usual)} of the usual rows (from {from:yyyy-MM})",
                ((long)missing, clock.Present), $"{clock.Column.Value} >= {from}") with
            {
                Where = new Where(From: from),
                Estimated = true,
                Weight = 0.3,
                Facts = new Dictionary<string, double> { ["fallen"] = last[1].Rows / usual },
            };
        }
    }

    /// <summary>Not only rows, but stays or people become fewer than chance makes them: the many rows of one person end with this person.</summary>
    static bool HasFewer(TableProfile table, Column clock, IReadOnlyList<DateTime> months, Dataset dataset)
    {
        if ((table.Reading.Of(Role.Stay) is { } stay && table.Column(stay.Name) is { Missing: 0 } ? stay : table.Reading.Of(Role.Patient)) is not { } key)
        {
            return true;
        }

        Sql Month(DateTime month) => $"{clock.Value} >= {month} AND {clock.Value} < {month.Plus(months: 1)}";
        var counts = months.SkipLast(Last).TakeLast(Year).Concat(months.TakeLast(Last)).Select(month => (Sql)$"count(DISTINCT CASE WHEN {Month(month)} THEN {key.Value} END)").ToList();
        var people = dataset.Row($"SELECT {Sql.Join(", ", counts)} FROM {table.Table.From} WHERE {clock.Value} >= {months.SkipLast(Last).TakeLast(Year).First()}", row => Enumerable.Range(0, counts.Count).Select(row.CountAt).ToList());
        var expected = Last * people.SkipLast(Last).Average();
        return people.TakeLast(Last).Sum() <= expected - (Swings * Math.Sqrt(expected));
    }

    IEnumerable<Finding> Unfinished(TableProfile table, Dataset dataset)
    {
        var (start, end) = (table.Reading.Of(Role.Start), table.Reading.Of(Role.End));
        var clock = table.Clocks.FirstOrDefault(clock => clock.Column.Name == start?.Name);
        if (start is null || end is null || clock is null || clock.FarFuture > 0 || table.Column(end.Name) is not { Missing: > 0 } ends)
        {
            yield break;
        }

        var edge = clock.Span.Last.Plus(days: -60);
        var (late, lateOpen, early, earlyOpen) = dataset.Row(
            $"""
            SELECT count(*) FILTER (WHERE {start.Value} >= {edge}), count(*) FILTER (WHERE {start.Value} >= {edge} AND {end.Value} IS NULL),
              count(*) FILTER (WHERE {start.Value} < {edge}), count(*) FILTER (WHERE {start.Value} < {edge} AND {end.Value} IS NULL) FROM {table.Table.From}
            """,
            row => (row.CountAt(0), row.CountAt(1), row.CountAt(2), row.CountAt(3)));
        var ratio = ((lateOpen + 0.5) / (late + 1)) / ((earlyOpen + 0.5) / (early + 1));
        if (late >= 10 && lateOpen >= 3 && ratio >= Open)
        {
            yield return Draft.Of(
                Id, table.Table, [end], $"{end.Name} is empty in {Says.Of(lateOpen, late)} that began in the last 60 days, and in {Says.Of(earlyOpen, early)} before",
                (lateOpen, late), $"{start.Value} >= {edge} AND {end.Value} IS NULL") with
            {
                Where = new Where(From: edge),
                Token = "open",
                Weight = 0.3,
                Facts = new Dictionary<string, double> { ["open"] = ratio },
            };
        }
    }
}

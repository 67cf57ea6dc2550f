using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Dates that cannot be: in the far future or past, a placeholder, far from all others, or a person of more than 120 years.</summary>
sealed class ImpossibleDate : IFindingKind
{
    const int Future = ClockProfile.Future; // no extract of today holds years from here on unless dates were shifted
    const int Earliest = ClockProfile.Earliest; // nobody born before is in an extract
    const double MostlyFuture = 0.5; // share of a column from which the dates of the extract count as moved
    const double Some = 0.005;
    const double NearlyEvery = 0.8;
    const int ManyColumns = 4;
    const int Oldest = 120; // years
    const double Lonely = 20; // years between a date and all the others
    const int Fewest = 20;

    internal static readonly DateTime[] Placeholders = [new(1900, 1, 1), new(1970, 1, 1), new(1899, 12, 30), new(2099, 12, 31), new(9999, 12, 31), new(1800, 1, 1), new(1969, 12, 31), new(1753, 1, 1), new(1, 1, 1)];

    public string Id => "impossible-date";

    public string Title => "Dates that cannot be";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        profile.Tables.SelectMany(table => Moved(profile, table, dataset).Concat(Past(table, dataset))).Concat(
            from table in profile.Tables
            from clock in table.Clocks
            from finding in Of(table, clock)
            select finding).Concat(profile.Tables.SelectMany(table => Alone(table, dataset))).Concat(TooOld(profile, dataset));

    /// <summary>Dates in the far future: all columns of a table at once where the dates of the extract were moved, else column by column.</summary>
    IEnumerable<Finding> Moved(Profile profile, TableProfile table, Dataset dataset)
    {
        var future = table.Clocks.Where(clock => clock.FarFuture > 0).OrderByDescending(clock => clock.FarFuture >= MostlyFuture).ToList();
        var moved = AreMoved(profile);
        foreach (var clocks in moved && future.Count > 0 ? [future] : future.ConvertAll(clock => new List<ClockProfile> { clock }))
        {
            var columns = clocks.ConvertAll(clock => clock.Column);
            var from = clocks.Min(clock => clock.Months.First(month => month.Month.Year >= Future).Month.Year);
            var to = clocks.Max(clock => clock.Months.Last(month => month.Month.Year < 9000).Month.Year);
            yield return Elsewhere(table, columns, from, to, Sql.Join(" OR ", columns.Select(column => (Sql)$"extract(year from {column.Value}) BETWEEN {Future} AND 8999")), dataset) with { Token = "future" };
        }
    }

    /// <summary>Columns most of whose dates lie before anybody lived whom an extract can tell of.</summary>
    IEnumerable<Finding> Past(TableProfile table, Dataset dataset)
    {
        var past = table.Clocks.Where(clock => clock.FarPast >= MostlyFuture).ToList();
        if (past.Count > 0)
        {
            var columns = past.ConvertAll(clock => clock.Column);
            var to = past.Max(clock => clock.Months.Last(month => month.Month.Year < Earliest).Month.Year);
            yield return Elsewhere(table, columns, past.Min(clock => clock.Span.First.Year), to, Sql.Join(" OR ", columns.Select(column => (Sql)$"extract(year from {column.Value}) < {Earliest}")), dataset) with { Token = "past" };
        }
    }

    Finding Elsewhere(TableProfile table, List<Column> columns, int from, int to, Sql condition, Dataset dataset)
    {
        var (count, of) = dataset.Row(
            $"SELECT count(*) FILTER (WHERE {condition}), count(*) FILTER (WHERE {Sql.Join(" OR ", columns.Select(column => (Sql)$"{column.Value} IS NOT NULL"))}) FROM {table.Table.From}",
            row => (row.CountAt(0), row.CountAt(1)));
        return Draft.Of(
            Id, table.Table, columns, $"{Says.List(columns.ConvertAll(column => column.Name))} {(columns.Count == 1 ? "lies" : "lie")} in the years {from} to {to} in {Says.Of(count, of)}", (count, of), condition) with
        { Weight = 0.6 };
    }

    /// <summary>The dates of the extract were moved: most of one column lie in the far future, or some of nearly every column do.</summary>
    internal static bool AreMoved(Profile profile)
    {
        var clocks = profile.Tables.SelectMany(table => table.Clocks.Where(clock => clock.Present >= 5 * Fewest)).ToList();
        return profile.Tables.Any(one => one.Clocks.Any(clock => clock.FarFuture >= MostlyFuture))
            || (clocks.Count >= ManyColumns && clocks.Count(clock => clock.FarFuture >= Some) >= NearlyEvery * clocks.Count);
    }

    IEnumerable<Finding> Of(TableProfile table, ClockProfile clock)
    {
        var column = clock.Column;
        foreach (var day in Placeholders)
        {
            var rows = clock.EveryDay.Where(one => one.Day == day).Sum(one => one.Rows);
            var around = clock.Months.Where(month => Math.Abs(month.Month.Year - day.Year) <= 3).Sum(month => month.Rows);
            if (rows > 0 && rows >= 0.8 * around)
            {
                yield return Draft.Of(
                    Id, table.Table, [column], $"{column.Name} is {day:yyyy-MM-dd}, a usual placeholder, in {Says.Of(rows, clock.Present)}",
                    (rows, clock.Present), $"date_trunc('day', {column.Value}) = {day}") with
                { Weight = 0.5, Token = $"{day:yyyy-MM-dd}" };
            }
        }
    }

    /// <summary>A handful of dates separated from all the others by decades; start and end of the same rows are told once.</summary>
    IEnumerable<Finding> Alone(TableProfile table, Dataset dataset)
    {
        foreach (var same in table.Clocks.Where(clock => table.Reading.Column(clock.Column.Name)?.Role != Role.Other).SelectMany(Far).GroupBy(far => (far.Early, far.Rows)))
        {
            var far = same.ToList();
            var columns = far.ConvertAll(one => one.Clock.Column);
            Sql condition = Sql.Join(" OR ", far.Select(one => one.Early ? (Sql)$"{one.Clock.Column.Value} < {one.Edge}" : $"{one.Clock.Column.Value} >= {one.Edge}"));
            var rows = far.Count == 1 ? same.Key.Rows : (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {condition}");
            yield return Draft.Of(
                Id, table.Table, columns,
                $"{Says.List(columns.ConvertAll(column => column.Name))} {(columns.Count == 1 ? "lies" : "lie")} more than {Lonely:0} years {(same.Key.Early ? "before" : "after")} all the others in {Says.Of(rows, far[0].Clock.Present)}",
                (rows, far[0].Clock.Present), condition) with
            { Weight = 0.6, Token = "alone" };
        }
    }

    static IEnumerable<(ClockProfile Clock, bool Early, DateTime Edge, long Rows)> Far(ClockProfile clock)
    {
        if (clock.Present < Fewest || clock.Months.Count < 3)
        {
            yield break;
        }

        var few = Math.Max(1, 0.02 * clock.Present);
        long before = 0;
        for (var i = 1; i < clock.Months.Count; i++)
        {
            before += clock.Months[i - 1].Rows;
            var rows = Math.Min(before, clock.Present - before);
            if ((clock.Months[i].Month - clock.Months[i - 1].Month).TotalDays >= Lonely * 365.25 && rows <= few && rows > 0)
            {
                var early = before <= clock.Present - before;
                yield return (clock, early, early ? clock.Months[i].Month : clock.Months[i - 1].Month.Plus(months: 1), rows);
            }
        }
    }

    /// <summary>Persons who would be older than anybody at an event: birth and event in one table, or joined by the patient.</summary>
    IEnumerable<Finding> TooOld(Profile profile, Dataset dataset)
    {
        foreach (var persons in profile.Originals)
        {
            var birth = persons.Clocks.FirstOrDefault(clock => NameTokens.Of(clock.Column.Name).SaysBirth)?.Column;
            var key = persons.Reading.Of(Role.Patient);
            if (birth is null || key is null || persons.Column(key.Name) is not { } ids || ids.Distinct != ids.Rows)
            {
                continue;
            }

            foreach (var events in profile.Originals.Where(table => table.Reading.Of(Role.Start) is not null && table.Table.Column(key.Name)?.Kind == key.Kind))
            {
                var start = events.Reading.Of(Role.Start)!; // filtered
                Sql age = $"({dataset.Dialect.Epoch($"e.t")} - {dataset.Dialect.Epoch($"p.t")}) / 31557600";
                Sql join = $"""
                    FROM (SELECT {events.Table.Column(key.Name)!.Value} AS k, {start.Value} AS t FROM {events.Table.From}) AS e
                    JOIN (SELECT {key.Value} AS k, {birth.Value} AS t FROM {persons.Table.From}) AS p ON p.k = e.k
                    """;
                var (all, old) = dataset.Row($"SELECT count(*), count(*) FILTER (WHERE {age} > {Oldest}) {join}", row => (row.CountAt(0), row.CountAt(1)));
                if (old > 0)
                {
                    yield return new Finding
                    {
                        Kind = Id,
                        Table = events.Table.Name,
                        Columns = [birth.Name, start.Name],
                        Token = "age",
                        Says = $"the patient would be older than {Oldest} years at {start.Name} in {Says.Of(old, all)}",
                        Count = old,
                        Denominator = all,
                        Rows = $"SELECT e.k, e.t, p.t AS birth {join} WHERE {age} > {Oldest}",
                        Weight = 0.6,
                    };
                    break;
                }
            }
        }
    }
}

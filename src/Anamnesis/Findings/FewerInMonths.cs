using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>For some months far fewer come than before, and afterwards as many again.</summary>
sealed class FewerInMonths : IFindingKind
{
    const double Less = 0.65; // of the usual month
    const double Again = 0.75; // of the usual month, before and after
    const int Around = 6; // months on either side
    const int Shortest = 2;
    const int Longest = 18;
    const double Expected = 60; // rows in the months concerned
    const double Deviations = 5; // of a count three times as scattered as chance

    public string Id => "fewer-in-months";

    public string Title => "For some months far fewer come";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        where table.Reading.Layout == Layout.Stays || (table.Reading.Of(Role.Stay) is { } stay && table.Column(stay.Name) is { } stays && stays.Distinct == stays.Rows)
        let clock = table.Calendar
        where clock is not null && clock.Months.Count >= (2 * Around) + Shortest
        from run in Runs(clock)
        select Draft.Of(
            Id, table.Table, [clock.Column], $"from {run.From:yyyy-MM} to {run.To.AddDays(-1):yyyy-MM} {table.Table.Name} has {Says.Share(run.Rows / run.Usual)} of the usual rows, and afterwards as many as before",
            ((long)Math.Round(run.Usual - run.Rows), clock.Present), $"{clock.Column.Value} >= {run.From} AND {clock.Column.Value} < {run.To}") with
        {
            Where = new Where(From: run.From, To: run.To),
            Estimated = true,
            Weight = 0.4,
            Facts = new Dictionary<string, double> { ["share"] = run.Rows / run.Usual, ["months"] = run.Months },
        };

    static IEnumerable<(DateTime From, DateTime To, double Rows, double Usual, int Months)> Runs(ClockProfile clock)
    {
        var months = clock.Months;
        for (var i = Around; i < months.Count - Around; i++)
        {
            var usual = Mean(months, i - Around, i);
            if (months[i].Rows > Less * usual)
            {
                continue;
            }

            var last = i;
            while (last + 1 < months.Count - Around && last + 1 - i < Longest && months[last + 1].Rows <= Less * usual)
            {
                last++;
            }

            var (length, after) = (last - i + 1, Mean(months, last + 1, last + 1 + Around));
            var (rows, expected) = ((double)months.Skip(i).Take(length).Sum(month => month.Rows), length * (usual + after) / 2);
            var whole = months[last].Month == months[i].Month.AddMonths(length - 1) && months[i - 1].Month == months[i].Month.AddMonths(-1); // months without a row are gaps
            if (whole && length >= Shortest && after >= Again * usual && expected >= Expected && expected - rows >= Deviations * Math.Sqrt(3 * expected))
            {
                yield return (months[i].Month, months[last].Month.AddMonths(1), rows, expected, length);
            }

            i = last;
        }
    }

    static double Mean(IReadOnlyList<(DateTime Month, long Rows)> months, int from, int to) => months.Skip(from).Take(to - from).Average(month => (double)month.Rows);
}

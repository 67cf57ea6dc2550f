using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Times in an impossible order: within a row, and between a part of a stay and the stay.</summary>
sealed class TimeOrder : IFindingKind
{
    const int FewestPairs = 20;

    public string Id => "time-order";

    public string Title => "Times in an impossible order";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => Within(profile, dataset).Concat(Between(profile, dataset));

    IEnumerable<Finding> Within(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        from lag in table.Lags
        where lag.Negative > 0 && lag.Pairs >= FewestPairs && lag.Negative < 0.5 * lag.Pairs && IsOrdered(table, lag)
        select Draft.Of(
            Id, table.Table, [lag.To, lag.From], $"{lag.To.Name} lies before {lag.From.Name} in {Says.Of(lag.Negative, lag.Pairs)}",
            (lag.Negative, lag.Pairs), Before(dataset.Dialect, lag.To, lag.From)) with
        { Weight = 0.3 + ((double)lag.Negative / lag.Pairs) };

    /// <summary>What is entered or known after the end is no odd thing, nor is the end of one span before the start of another, nor what lies before or after a person's time in a trial.</summary>
    static bool IsOrdered(TableProfile table, LagProfile lag)
    {
        var (from, to) = (NameTokens.Of(lag.From.Name), NameTokens.Of(lag.To.Name));
        if (TrialRules.IsReference(from) || TrialRules.IsReference(to))
        {
            return TrialRules.Span(from) == TrialRules.Span(to);
        }

        if (table.Reading.Column(lag.To.Name)?.Role != Role.End)
        {
            return true;
        }

        return table.Reading.Column(lag.From.Name)?.Role switch
        {
            Role.Recorded or Role.Known => NameTokens.Of(lag.From.Name).Contains("order", "request", "zlec"),
            Role.Start => !table.Reading.Columns.Any(other => other.Role == Role.Start && Shared(other.Column.Name, lag.To.Name) >= 2 && Shared(other.Column.Name, lag.To.Name) > Shared(lag.From.Name, lag.To.Name)),
            _ => true,
        };
    }

    /// <summary>Letters with which both names begin.</summary>
    static int Shared(string one, string other) => one.Zip(other).TakeWhile(pair => char.ToLowerInvariant(pair.First) == char.ToLowerInvariant(pair.Second)).Count();

    static Sql Before(Dialect dialect, Column to, Column from) => from.DaysOnly || to.DaysOnly
        ? (Sql)$"floor({dialect.Epoch(to.Value)} / 86400) < floor({dialect.Epoch(from.Value)} / 86400)"
        : $"{to.Value} < {from.Value}";

    /// <summary>A part of a stay (in another table, by the same stay) that ends after the stay or begins before it.</summary>
    /// <remarks>Where several tables hold the same spans, such as visits and their details, one is told of.</remarks>
    IEnumerable<Finding> Between(Profile profile, Dataset dataset) => All(profile, dataset)
        .GroupBy(finding => (finding.Table, finding.Columns[0], finding.Count, finding.Denominator)).Select(same => same.First());

    IEnumerable<Finding> All(Profile profile, Dataset dataset) =>
        from whole in profile.Originals
        where whole.Reading.Of(Role.Stay) is not null && whole.Reading.Of(Role.End) is not null && whole.Reading.Of(Role.Start) is not null
        let key = whole.Reading.Of(Role.Stay)!
        where whole.Column(key.Name) is { } stays && stays.Distinct == stays.Rows
        from part in profile.Originals
        where part != whole && part.Reading.Of(Role.Stay) is not null && part.Table.Rows != whole.Table.Rows
        let reference = part.Table.Column(key.Name)
        where reference is not null && reference.Kind == key.Kind
        from pair in ((Column? Part, Column Whole, bool After)[])[(part.Reading.Of(Role.End), whole.Reading.Of(Role.End)!, true), (part.Reading.Of(Role.Start), whole.Reading.Of(Role.Start)!, false)]
        where pair.Part is not null
        let finding = Compare(dataset, part.Table, reference, pair.Part, whole.Table, key, pair.Whole, pair.After, ByDay(part, pair.Part) || ByDay(whole, pair.Whole))
        where finding is not null
        select finding;

    /// <summary>Days, or times that nearly all stand at midnight.</summary>
    static bool ByDay(TableProfile table, Column column) => column.DaysOnly || table.Clocks.Any(clock => clock.Column.Name == column.Name && clock.Midnight >= 0.9 * clock.Present);

    Finding? Compare(Dataset dataset, Table part, Column reference, Column partTime, Table whole, Column key, Column wholeTime, bool after, bool byDay)
    {
        var dialect = dataset.Dialect;
        var (unit, slack) = byDay ? (86_400, 0) : (1, 60); // by calendar day, or with a minute to spare
        Sql mine = $"floor({dialect.Epoch($"p.t")} / {unit})";
        Sql its = $"floor({dialect.Epoch($"w.t")} / {unit})";
        Sql order = after ? (Sql)$"{mine} > {its} + slack" : $"{mine} < {its} - slack";
        Sql join = $"""
            FROM (SELECT {reference.Value} AS k, {partTime.Value} AS t, {slack} AS slack FROM {part.From}) AS p
            JOIN (SELECT {key.Value} AS k, {wholeTime.Value} AS t FROM {whole.From}) AS w ON w.k = p.k
            WHERE p.t IS NOT NULL AND w.t IS NOT NULL
            """;
        var (pairs, wrong) = dataset.Row($"SELECT count(*), count(*) FILTER (WHERE {order}) {join}", row => (row.CountAt(0), row.CountAt(1)));
        return pairs < FewestPairs || wrong < Math.Max(2, 0.005 * pairs) || wrong > 0.5 * pairs
            ? null
            : new Finding
            {
                Kind = Id,
                Table = part.Name,
                Columns = [partTime.Name, wholeTime.Name],
                Says = $"{partTime.Name} lies {(byDay ? "on a day" : "more than a minute")} {(after ? "after" : "before")} {wholeTime.Name} of {whole.Name} in {Says.Of(wrong, pairs)}",
                Count = wrong,
                Denominator = pairs,
                Token = whole.Name,
                Rows = $"SELECT p.k, p.t, w.t AS whole {join} AND {order}",
                Weight = 0.3 + ((double)wrong / pairs),
            };
    }
}

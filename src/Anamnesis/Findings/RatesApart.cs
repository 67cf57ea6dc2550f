using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>In an irregular rhythm one source counts fewer beats than the ECG, in a regular one it does not.</summary>
sealed class RatesApart : IFindingKind
{
    const double LeastDeficit = 8; // beats a minute; mechanisms.md
    const double Near = 43_200; // seconds between both within a stay
    const double NearAtHome = 3_600; // who sends from home was seen with an ECG on another day, when it was worse
    const long Fewest = 30; // pairs of either rhythm

    public string Id => "rates-apart";

    public string Title => "Fewer beats than the ECG in an irregular rhythm";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from ecg in profile.Originals
        let rhythm = ecg.Variables.FirstOrDefault(variable => variable.Variable is { Item: null, Column.Kind: Kind.Text } && NameTokens.Of(variable.Variable.Column.Name).Contains("rhythm", "rytm", "rhythmus") && variable.Texts.Count is >= 2 and <= 60)
        let rate = Rate(ecg)
        where rhythm is not null && rate is not null && ecg.Reading.Of(Role.Patient) is not null && ecg.Reading.Clock is not null
        from other in profile.Originals
        let pulse = Rate(other)
        where other != ecg && pulse is not null && other.Reading.Of(Role.Patient) is { } key && key.Kind == ecg.Reading.Of(Role.Patient)!.Kind && other.Reading.Clock is not null
        let finding = Of(dataset, (ecg, rate, rhythm.Variable.Column), (other, pulse))
        where finding is not null
        select finding;

    static Column? Rate(TableProfile table) => table.Variables.FirstOrDefault(variable => variable.Variable is { Item: null, Known: "heart_rate" } && variable.Numbers.Total > 0)?.Variable.Column;

    static Finding? Of(Dataset dataset, (TableProfile Table, Column Rate, Column Rhythm) ecg, (TableProfile Table, Column Rate) other)
    {
        var (person, clock) = (other.Table.Reading.Of(Role.Patient)!, other.Table.Reading.Clock!); // both were asked for
        Sql irregular = $"(lower({ecg.Rhythm.Value}) LIKE '%fibrill%' OR lower({ecg.Rhythm.Value}) LIKE '%migotanie%' OR lower({ecg.Rhythm.Value}) LIKE '%flimmern%' OR lower({ecg.Rhythm.Value}) IN ('af', 'afib', 'vhf'))";
        Sql ecgs = $"SELECT {ecg.Table.Reading.Of(Role.Patient)!.Value} AS person, {dataset.Dialect.Epoch(ecg.Table.Reading.Clock!.Value)} AS moment, {ecg.Rate.Value} AS rate, {irregular} AS irregular FROM {ecg.Table.Table.From} WHERE {ecg.Rate.Value} IS NOT NULL AND {ecg.Rhythm.Value} IS NOT NULL"; // as above
        Sql pulses = $"SELECT {person.Value} AS person, {dataset.Dialect.Epoch(clock.Value)} AS moment, {other.Rate.Value} AS rate FROM {other.Table.ForShares.From} WHERE {other.Rate.Value} IS NOT NULL";
        var near = other.Table.Reading.Of(Role.Stay) is null ? NearAtHome : Near;
        var rhythms = dataset.Rows(
            $"SELECT e.irregular, {dataset.Dialect.Quantile($"e.rate - p.rate", 0.5)}, count(*) FROM ({ecgs}) AS e JOIN ({pulses}) AS p ON p.person = e.person AND abs(p.moment - e.moment) <= {near} GROUP BY 1",
            row => (Irregular: row.NumberAt(0) == 1, Deficit: row.NumberAt(1) ?? 0, Pairs: row.CountAt(2)));
        var (odd, regular) = (rhythms.FirstOrDefault(one => one.Irregular), rhythms.FirstOrDefault(one => !one.Irregular));
        if (odd.Pairs < Fewest || regular.Pairs < Fewest || odd.Deficit < LeastDeficit || odd.Deficit - regular.Deficit < LeastDeficit)
        {
            return null;
        }

        Sql condition = $"{other.Rate.Value} IS NOT NULL AND {person.Value} IN (SELECT person FROM ({ecgs}) AS e WHERE irregular)";
        var (count, all) = dataset.Row($"SELECT count(*) FILTER (WHERE {condition}), count(*) FILTER (WHERE {other.Rate.Value} IS NOT NULL) FROM {other.Table.Table.From}", row => (row.CountAt(0), row.CountAt(1)));
        return Draft.Of(
            "rates-apart", other.Table.Table, [other.Rate],
            $"At most {Says.Number(near / 3600)} h from an ECG with an irregular rhythm {other.Rate.Name} is {Says.Number(Math.Round(odd.Deficit, 1))} beats a minute lower than on the ECG; in a regular rhythm the difference is {Says.Number(Math.Round(regular.Deficit, 1))}",
            (count, all), condition) with
        { Token = ecg.Table.Table.Name, Weight = 0.5, Facts = new Dictionary<string, double> { ["irregular"] = odd.Deficit, ["regular"] = regular.Deficit, ["pairs"] = odd.Pairs } };
    }
}

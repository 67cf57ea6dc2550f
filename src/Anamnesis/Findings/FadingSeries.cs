using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Who sends a value nearly every day at first sends fewer and fewer.</summary>
sealed class FadingSeries : IFindingKind
{
    const int Fewest = 25; // patients
    const int FewestOfAll = 12; // patients, where they agree
    const double Deviations = 4; // of the average decrease of a patient
    const int RowsEach = 30;
    const int Month = 28; // days
    const int Later = 56; // days after the first value
    const double Daily = 0.5; // share of days with a value at first
    const double Less = 0.85; // of the first month

    public string Id => "fading-series";

    public string Title => "Daily series that thin out";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => OnePlace.Also(profile, dataset, one => Everywhere(one, dataset));

    IEnumerable<Finding> Everywhere(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        let patient = table.Reading.Of(Role.Patient)
        where patient is not null && table.Calendar is not null && table.Patients >= Fewest && table.Table.Rows >= RowsEach * table.Patients
        let clock = table.Calendar!.Column
        where table.Reading.Column(clock.Name)?.Role == Role.Taken
        let finding = Of(dataset, table, patient, clock)
        where finding is not null
        select finding;

    Finding? Of(Dataset dataset, TableProfile table, Column patient, Column clock)
    {
        var (from, oneIn) = table.ForShares;
        Sql days = $"SELECT {patient.Value} AS k, floor({dataset.Dialect.Epoch(clock.Value)} / 86400) AS d FROM {from} WHERE {clock.Value} IS NOT NULL GROUP BY 1, 2";
        Sql query = $"""
            WITH days AS ({days}), firsts AS (SELECT k, min(d) AS f FROM days GROUP BY k), ends AS (SELECT max(d) AS e FROM days)
            SELECT count(*) AS people, sum(early), sum(late), sum((early - late) * (early - late))
            FROM (SELECT days.k, count(*) FILTER (WHERE d - f < {Month}) AS early, count(*) FILTER (WHERE d - f >= {Later} AND d - f < {Later + Month}) AS late
                FROM days JOIN firsts ON firsts.k = days.k CROSS JOIN ends WHERE f + {Later + Month} <= e GROUP BY days.k) AS each_one
            """;
        var (people, early, late, squares) = dataset.Row(query, row => (row.CountAt(0), (double)row.CountAt(1), (double)row.CountAt(2), row.NumberAt(3) ?? 0));
        if (people < FewestOfAll || (people < Fewest && early - late < Deviations * Math.Sqrt(Math.Max(0, squares - ((early - late) * (early - late) / people)))) || early < Daily * Month * people || late >= Less * early)
        {
            return null;
        }

        return new Finding
        {
            Kind = Id,
            Table = table.Table.Name,
            Columns = [clock.Name],
            Says = $"{Says.Count(people)} patients have a value on {Says.Share(early / (Month * people))} of the days of their first month, and on {Says.Share(late / (Month * people))} in the third",
            Count = (long)(early - late) * oneIn,
            Denominator = (long)early * oneIn,
            Estimated = true,
            Rows = query,
            Weight = 0.4,
            Facts = new Dictionary<string, double> { ["early"] = early / (Month * people), ["late"] = late / (Month * people) },
        };
    }
}

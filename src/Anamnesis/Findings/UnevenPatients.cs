using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>One patient holds a large part of the stays.</summary>
sealed class UnevenPatients : IFindingKind
{
    const double Much = 0.1; // share of the rows
    const int FewestPatients = 20;
    const int FewestRows = 5;

    public string Id => "uneven-patients";

    public string Title => "One patient holds a large part of the stays";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals.DistinctBy(table => (table.Table.Rows, table.Patients, table.MostRowsOfOnePatient)) // visits and their details are told once
        let patient = table.Reading.Of(Role.Patient)
        let stay = table.Reading.Of(Role.Stay)
        where patient is not null && stay is not null && table.Reading.Layout == Layout.Stays && table.Patients >= FewestPatients
            && table.Column(stay.Name) is { } stays && stays.Distinct == stays.Rows
            && table.MostRowsOfOnePatient >= Math.Max(FewestRows, Much * table.Table.Rows)
        select new Finding
        {
            Kind = Id,
            Table = table.Table.Name,
            Columns = [patient.Name],
            Says = $"one patient holds {Says.Of(table.MostRowsOfOnePatient, table.Table.Rows)}, and {Says.Count(table.Patients)} patients hold all: the rows are not independent of each other",
            Count = table.MostRowsOfOnePatient,
            Denominator = table.Table.Rows,
            Rows = $"SELECT {patient.Value} AS patient, count(*) AS stays FROM {table.Table.From} GROUP BY 1 ORDER BY 2 DESC",
            Weight = 0.4,
        };
}

using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Stays of one patient that begin where the last one ends, or before.</summary>
sealed class TouchingStays : IFindingKind
{
    internal const double AtOnce = 3600; // seconds between two stays
    const double LeastShare = 0.03; // of consecutive stays
    const long Fewest = 5;
    const double OneRowAStay = 0.7; // some of them may have come twice

    public string Id => "touching-stays";

    public string Title => "Stays that follow each other at once";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        let reading = table.Reading
        let patient = reading.Of(Role.Patient)
        let stay = reading.Of(Role.Stay) ?? (reading.Columns.Any(column => Measured.IsNamedAsCode(column.Column.Name)) ? null : reading.Of(Role.RowId)) // periods of diagnoses, drugs and bills may overlap
        let start = reading.Of(Role.Start)
        let end = reading.Of(Role.End)
        where patient is not null && stay is not null && start is not null && end is not null && start.Kind == Kind.Time && end.Kind == Kind.Time && patient.Name != stay.Name
            && !profile.Links.Any(link => link.From.Name == table.Table.Name && link.FromColumn.Name == stay.Name) // something that happened within a stay of another table
            && reading.Of(Role.Item) is null && table.Column(stay.Name) is { } stays && stays.Distinct >= OneRowAStay * stays.Rows && table.Patients < table.Table.Rows
        let finding = Of(dataset, table, (patient, stay, start, end))
        where finding is not null
        select finding;

    Finding? Of(Dataset dataset, TableProfile table, (Column Patient, Column Stay, Column Start, Column End) by)
    {
        var places = table.Reading.Columns.Where(column => column.Role == Role.Site).Select(column => column.Column).ToList();
        Sql moved = places.Count == 0 ? Sql.Raw("NULL") : Sql.Join(" OR ", places.Select(place => (Sql)$"{place.Value} <> lag({place.Value}) OVER before"));
        var seconds = dataset.Dialect.Epoch;
        Sql pairs = $"""
            SELECT {by.Stay.Value} AS stay, {seconds(by.Start.Value)} - lag({seconds(by.End.Value)}) OVER before AS gap, {seconds(by.Start.Value)} - lag({seconds(by.Start.Value)}) OVER before AS later, {moved} AS moved
            FROM {table.Table.From} WHERE {by.Patient.Value} IS NOT NULL AND {by.Start.Value} IS NOT NULL AND {by.End.Value} IS NOT NULL
            WINDOW before AS (PARTITION BY {by.Patient.Value} ORDER BY {by.Start.Value}, {by.Stay.Value})
            """;
        var (all, touching, overlapping, day, elsewhere) = dataset.Row(
            $"""
            SELECT count(*), count(*) FILTER (WHERE gap BETWEEN 0 AND {AtOnce}), count(*) FILTER (WHERE gap < 0), count(*) FILTER (WHERE gap BETWEEN 0 AND 86400), count(*) FILTER (WHERE gap <= {AtOnce} AND moved)
            FROM ({pairs}) AS pairs WHERE later > 0
            """,
            row => (row.CountAt(0), row.CountAt(1), row.CountAt(2), row.CountAt(3), row.CountAt(4)));
        if (touching + overlapping < Math.Max(Fewest, LeastShare * all))
        {
            return null;
        }

        Sql condition = $"{by.Stay.Value} IN (SELECT stay FROM ({pairs}) AS pairs WHERE later > 0 AND gap <= {AtOnce})";
        var count = (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {condition}");
        return Draft.Of(
            Id, table.Table, [by.Start, by.End],
            $"{Says.Of(count, Math.Max(count, all), "further stays")} of a patient begin within an hour after the last one ended, or before it ended",
            (count, Math.Max(count, all)), condition) with
        {
            Weight = 0.5,
            Facts = new Dictionary<string, double> { ["touching"] = touching, ["overlapping"] = overlapping, ["day"] = day, ["pairs"] = all, ["elsewhere"] = elsewhere, ["places"] = places.Count },
        };
    }
}

using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>The electrical axis of a patient turns by more than a right angle in one ECG and is back in the next.</summary>
sealed class TurnedAxis : IFindingKind
{
    internal const double Turned = 90; // degrees; mechanisms.md
    const double Back = 45; // between the ECGs before and after
    const double LeastShare = 0.025; // of the ECGs between two others; an axis that is measured roughly turns so by itself in one of a hundred
    const long Fewest = 5;

    public string Id => "turned-axis";

    public string Title => "The axis turns and turns back";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        let patient = table.Reading.Of(Role.Patient)
        let clock = table.Reading.Clock
        let axis = table.Variables.FirstOrDefault(variable => variable.Variable is { Item: null, Column.Kind: Kind.Number } && NameTokens.Of(variable.Variable.Column.Name).Has("axis", "os", "achse", "lagetyp") && variable.Numbers.Min < 0)?.Variable.Column
        where patient is not null && clock is not null && axis is not null
        let finding = Of(dataset, table, (patient, clock, axis))
        where finding is not null
        select finding;

    static Finding? Of(Dataset dataset, TableProfile table, (Column Patient, Column Clock, Column Axis) by)
    {
        Sql placed = $"""
            SELECT {by.Patient.Value} AS person, {by.Clock.Value} AS moment, {by.Axis.Value} AS axis, lag({by.Axis.Value}) OVER w AS earlier, lead({by.Axis.Value}) OVER w AS later
            FROM {table.Table.From} WHERE {by.Patient.Value} IS NOT NULL AND {by.Clock.Value} IS NOT NULL AND {by.Axis.Value} IS NOT NULL
            WINDOW w AS (PARTITION BY {by.Patient.Value} ORDER BY {by.Clock.Value})
            """;
        Sql turned = $"abs(axis - earlier) > {Turned} AND abs(axis - later) > {Turned} AND abs(earlier - later) < {Back}";
        var (between, odd, mirrored) = dataset.Row(
            $"SELECT count(*), count(*) FILTER (WHERE {turned}), count(*) FILTER (WHERE {turned} AND abs(180 - axis - (earlier + later) / 2) < {Back}) FROM ({placed}) AS placed WHERE earlier IS NOT NULL AND later IS NOT NULL",
            row => (row.CountAt(0), row.CountAt(1), row.CountAt(2)));
        if (odd == 0 || odd < Math.Max(Fewest, LeastShare * between))
        {
            return null;
        }

        Sql condition = $"({by.Patient.Value}, {by.Clock.Value}) IN (SELECT person, moment FROM ({placed}) AS placed WHERE {turned})";
        var count = (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {condition}");
        return Draft.Of(
            "turned-axis", table.Table, [by.Axis], $"In {Says.Of(count, Math.Max(count, between), "ECGs between two others")} {by.Axis.Name} lies more than {Turned:0}° from both, which agree", (count, Math.Max(count, between)), condition) with
        { Weight = 0.5, Facts = new Dictionary<string, double> { ["share"] = (double)odd / between, ["mirrored"] = (double)mirrored / odd, ["turned"] = odd } };
    }
}

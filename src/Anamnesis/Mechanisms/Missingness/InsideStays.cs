using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>Whether rows that name no stay happened during one.</summary>
static class InsideStays
{
    /// <summary>Share of the finding's rows whose time lies in a stay of their patient; null where no table of stays tells.</summary>
    internal static double? Share(Case @case)
    {
        var (patient, clock) = (@case.Table.Reading.Of(Role.Patient), @case.Table.Reading.Clock);
        var stays = @case.Profile.Originals.FirstOrDefault(table => table.Table.Name != @case.Finding.Table && table.Reading.Of(Role.Stay) is { } key && table.Column(key.Name) is { } ids && ids.Distinct == ids.Rows
            && table.Reading.Of(Role.Start) is not null && table.Reading.Of(Role.End) is not null && table.Reading.Of(Role.Patient)?.Kind == patient?.Kind);
        if (patient is null || clock is null || stays is null || @case.Finding.Condition is not { } condition)
        {
            return null;
        }

        var (who, start, end) = (stays.Reading.Of(Role.Patient)!, stays.Reading.Of(Role.Start)!, stays.Reading.Of(Role.End)!); // just seen
        return @case.Dataset.Row(
            $"""
            SELECT avg(CASE WHEN EXISTS (SELECT 1 FROM (SELECT {who.Value} AS who, {start.Value} AS began, {end.Value} AS ended FROM {stays.Table.From}) AS stays WHERE stays.who = rows_here.who AND rows_here.moment >= stays.began AND rows_here.moment <= stays.ended) THEN 1.0 ELSE 0.0 END)
            FROM (SELECT {patient.Value} AS who, {clock.Value} AS moment FROM {@case.Table.ForShares.From} WHERE {condition} AND {clock.Value} IS NOT NULL) AS rows_here
            """,
            row => row.NumberAt(0));
    }
}

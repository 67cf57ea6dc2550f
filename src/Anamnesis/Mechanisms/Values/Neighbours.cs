using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Values;

/// <summary>What stands before and after the odd values of a patient.</summary>
/// <param name="Cells">Odd values with another value of the same patient before or after.</param>
/// <param name="Calm">Those with all neighbours among the ordinary values: the oddity came and went alone.</param>
/// <param name="Leaning">Those with a neighbour that lies outside the ordinary values, too: the patient was on the way.</param>
sealed record Neighbours(long Cells, long Calm, long Leaning)
{
    /// <summary>The neighbours of the odd cells; null without patient or clock, or when nobody has two values.</summary>
    internal static Neighbours? Of(Case @case, OddCells cells)
    {
        var (patient, clock) = (@case.Table.Reading.Of(Role.Patient), @case.Table.Reading.Clock);
        if (patient is null || clock is null || @case.Variable is not { } profile || @case.Finding.Condition is not { } condition)
        {
            return null;
        }

        var variable = profile.Variable;
        var found = @case.Dataset.Row<Neighbours>(
            $"""
            SELECT count(*) AS cells,
                count(*) FILTER (WHERE coalesce(before BETWEEN {cells.Low} AND {cells.High}, TRUE) AND coalesce(after BETWEEN {cells.Low} AND {cells.High}, TRUE)) AS calm,
                count(*) FILTER (WHERE before < {cells.Low} OR before > {cells.High} OR after < {cells.Low} OR after > {cells.High}) AS leaning
            FROM (SELECT odd, lag(value) OVER (PARTITION BY patient ORDER BY taken) AS before, lead(value) OVER (PARTITION BY patient ORDER BY taken) AS after
                FROM (SELECT {patient.Value} AS patient, {clock.Value} AS taken, {variable.Value} AS value, ({condition}) AS odd
                    FROM {variable.Table.From}
                    WHERE {variable.Rows} AND {variable.Value} IS NOT NULL
                        AND {patient.Value} IN (SELECT {patient.Value} FROM {variable.Table.From} WHERE {condition})) AS theirs) AS pairs
            WHERE odd AND (before IS NOT NULL OR after IS NOT NULL)
            """,
            row => new Neighbours(row.CountAt(0), row.CountAt(1), row.CountAt(2)));
        return found.Cells == 0 ? null : found;
    }
}

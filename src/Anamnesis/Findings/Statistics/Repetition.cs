using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>Equal consecutive values of a patient against the other steps that the variable takes.</summary>
/// <remarks>A weight that wanders by its last digit is often equal by chance; then it differs by one digit about as often. The heap at no difference is what copying adds.</remarks>
/// <param name="Pairs">Consecutive pairs at different times.</param>
/// <param name="Same">Those with equal values.</param>
/// <param name="Expected">Those expected to be equal: half of the most frequent other difference, up and down together.</param>
sealed record Repetition(long Pairs, long Same, double Expected)
{
    /// <summary>Share of the pairs that are equal beyond expectation.</summary>
    internal double Share => Math.Max(0, (Same - Expected) / Math.Max(1, Pairs));

    /// <summary>Equal pairs over expected ones.</summary>
    internal double Ratio => Same / Math.Max(Expected, 1);

    /// <summary>Counts the steps of a variable; null when there are no pairs.</summary>
    internal static Repetition? Of(TableProfile table, VariableProfile variable, (Column Patient, Column Clock) by, Dataset dataset)
    {
        var (patient, clock, value) = (by.Patient.Value, by.Clock.Value, variable.Variable.Value);
        var steps = dataset.Rows(
            $"""
            SELECT {dataset.Dialect.Round($"abs(value - previous)", 6)} AS step, count(*) AS n
            FROM (SELECT {value} AS value, {clock} AS taken, lag({value}) OVER (PARTITION BY {patient} ORDER BY {clock}) AS previous, lag({clock}) OVER (PARTITION BY {patient} ORDER BY {clock}) AS before
                FROM {table.ForShares.From}
                WHERE ({variable.Variable.Rows}) AND {value} IS NOT NULL AND {clock} IS NOT NULL) AS pairs
            WHERE previous IS NOT NULL AND taken > before
            GROUP BY 1
            """,
            row => (Step: row.NumberAt(0) ?? 0, Count: table.ForShares.OneIn * row.CountAt(1)));
        return steps.Count == 0
            ? null
            : new Repetition(steps.Sum(step => step.Count), steps.Where(step => step.Step == 0).Sum(step => step.Count), steps.Where(step => step.Step > 0).Select(step => step.Count / 2.0).DefaultIfEmpty(0).Max());
    }
}

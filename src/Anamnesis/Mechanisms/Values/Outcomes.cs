using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Values;

/// <summary>How often the outcome happened in the odd rows and in the others.</summary>
/// <param name="Odd">Share among the odd rows.</param>
/// <param name="Others">Share among the others.</param>
/// <param name="Rows">Odd rows with a known outcome.</param>
sealed record Outcomes(double Odd, double Others, long Rows)
{
    /// <summary>The outcomes; null without an outcome column of 0 and 1 or true and false.</summary>
    internal static Outcomes? Of(Case @case)
    {
        var outcome = @case.Table.Variables.FirstOrDefault(profile => profile.Variable is { Item: null, Role: Role.Outcome }
            && (profile.Variable.Column.Kind == Kind.Truth || (profile.Numbers.Values.Count == 2 && profile.Numbers.Max == 1)));
        if (outcome is null || @case.Finding.Condition is not { } condition)
        {
            return null;
        }

        var column = outcome.Variable.Column;
        var happened = column.Kind == Kind.Truth ? $"CASE WHEN {column.Value} THEN 1.0 ELSE 0.0 END" : column.Value;
        return @case.Dataset.Row<Outcomes?>(
            $"""
            SELECT avg(happened) FILTER (WHERE odd) AS odd, avg(happened) FILTER (WHERE NOT odd) AS others, count(*) FILTER (WHERE odd) AS n
            FROM (SELECT {happened} AS happened, coalesce({condition}, FALSE) AS odd FROM {@case.Table.Table.From} WHERE {column.Value} IS NOT NULL) AS outcomes
            """,
            row => row.NumberAt(0) is { } odd && row.NumberAt(1) is { } others ? new Outcomes(odd, others, row.CountAt(2)) : null);
    }
}

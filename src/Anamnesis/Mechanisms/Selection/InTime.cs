using Anamnesis.Engines;

namespace Anamnesis.Mechanisms.Selection;

/// <summary>Whether what differs between places differs in time, too.</summary>
static class InTime
{
    /// <summary>Share of the shorter span that a place has in common with all the others; null without a site or a time.</summary>
    internal static double? OfPlace(Case @case)
    {
        if (@case.Table.Reading.Clock is not { } clock || @case.Finding.Where.Site is null || @case.Finding.Condition is not { } here)
        {
            return null;
        }

        var epoch = @case.Dialect.Epoch(clock.Value);
        return @case.Dataset.Row<double?>(
            $"""
            SELECT min({epoch}) FILTER (WHERE {here}), max({epoch}) FILTER (WHERE {here}), min({epoch}) FILTER (WHERE NOT ({here})), max({epoch}) FILTER (WHERE NOT ({here}))
            FROM {@case.Table.Table.From} WHERE {clock.Value} IS NOT NULL
            """,
            row => row.NumberAt(0) is { } from && row.NumberAt(1) is { } to && row.NumberAt(2) is { } first && row.NumberAt(3) is { } last
                ? Math.Max(0, Math.Min(to, last) - Math.Max(from, first)) / Math.Max(1, Math.Min(to - from, last - first)) : null);
    }
}

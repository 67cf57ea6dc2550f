using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Values;

/// <summary>Whether other measurements of the same row are odd, too.</summary>
/// <param name="Columns">Other measured columns that were looked at.</param>
/// <param name="Agreeing">Those that lie outside their 5th to 95th percentile in at least half of the odd rows.</param>
sealed record Companions(int Columns, int Agreeing)
{
    const int Most = 40; // columns looked at

    /// <summary>The companions of the odd rows of a wide table; null when there are none.</summary>
    internal static Companions? Of(Case @case)
    {
        if (@case.Variable is not { Variable.Item: null } profile || @case.Finding.Condition is not { } condition)
        {
            return null;
        }

        var others = Measured.In(@case.Table)
            .Where(other => other.Variable.Item is null && other.Variable.Column.Name != profile.Variable.Column.Name && other.Variable.Role != Role.Outcome && other.Numbers.Values.Count > 10)
            .Take(Most)
            .ToList();
        if (others.Count == 0)
        {
            return null;
        }

        var outside = Sql.Join(", ", others.Select(other =>
            (Sql)$"avg(CASE WHEN {other.Variable.Value} IS NULL THEN NULL WHEN {other.Variable.Value} BETWEEN {other.Numbers.Quantile(0.05)} AND {other.Numbers.Quantile(0.95)} THEN 0.0 ELSE 1.0 END)"));
        var shares = @case.Dataset.Row<IReadOnlyList<double?>>(
            $"SELECT {outside} FROM {@case.Table.Table.From} WHERE {condition}",
            row => [.. Enumerable.Range(0, others.Count).Select(row.NumberAt)]);
        return new Companions(shares.Count(share => share is not null), shares.Count(share => share >= 0.5));
    }
}

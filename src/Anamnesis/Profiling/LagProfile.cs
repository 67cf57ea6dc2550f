using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>The time from one column to another in the same row, in seconds.</summary>
/// <param name="From">The earlier by role or position.</param>
/// <param name="To">The later.</param>
/// <param name="Pairs">Rows with both.</param>
/// <param name="Negative">Rows where the later comes first.</param>
/// <param name="Zero">Rows where both are equal.</param>
/// <param name="WholeDays">Negative rows whose lag is a whole number of days.</param>
/// <param name="Median">Median lag in seconds.</param>
/// <param name="P95">95th percentile in seconds.</param>
public sealed record LagProfile(Column From, Column To, long Pairs, long Negative, long Zero, long WholeDays, double Median, double P95)
{
    const double LateAfter = 900; // seconds; at the bedside it is a few minutes

    /// <summary>Rows where the later comes more than a quarter of an hour after the earlier; counted where one is taken and the other recorded.</summary>
    internal long Late { get; init; }

    /// <summary>What <see cref="Late"/> counts.</summary>
    internal static Sql IsLate(Dialect dialect, Column from, Column to) => $"{dialect.Epoch(to.Value)} - ({dialect.Epoch(from.Value)}) > {LateAfter}";
}

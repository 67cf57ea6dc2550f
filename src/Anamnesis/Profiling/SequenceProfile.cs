namespace Anamnesis.Profiling;

/// <summary>How the values of a variable follow each other within patients.</summary>
/// <param name="Pairs">Pairs of consecutive values of one patient.</param>
/// <param name="Same">Pairs with equal values at different times.</param>
/// <param name="SameTime">Pairs at the same time.</param>
/// <param name="ExpectedSame">Share of equal pairs that chance alone gives, from the patient's own values far apart or the variable's frequencies.</param>
public sealed record SequenceProfile(long Pairs, long Same, long SameTime, double ExpectedSame)
{
    /// <summary>The counts are of one in so many patients; 1 when all were looked at.</summary>
    public int OneIn { get; init; } = 1;

    /// <summary>Where too few values lie far apart, chance is told by the variable's frequencies: the probability that two values drawn are equal.</summary>
    internal SequenceProfile OrChance(Frequencies numbers) => double.IsNaN(ExpectedSame)
        ? this with { ExpectedSame = numbers.Total == 0 ? 0 : numbers.Counts.Sum(count => Math.Pow((double)count / numbers.Total, 2)) }
        : this;
}

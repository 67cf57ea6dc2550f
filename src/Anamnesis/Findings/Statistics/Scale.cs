using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>The scale on which a column is most nearly symmetric: as it stands, square root, or logarithm.</summary>
/// <param name="Name">For people.</param>
/// <param name="To">From value to scale.</param>
/// <param name="From">And back.</param>
sealed record Scale(string Name, Func<double, double> To, Func<double, double> From)
{
    static readonly Scale Linear = new("as it stands", value => value, place => place);
    static readonly Scale Root = new("square root", value => Math.Sign(value) * Math.Sqrt(Math.Abs(value)), place => Math.Sign(place) * place * place);
    static readonly Scale Log = new("logarithm", Math.Log10, place => Math.Pow(10, place));

    const double Skewed = 0.2; // below, the column is symmetric enough as it stands

    /// <summary>The scale that fits a column.</summary>
    internal static Scale Of(Frequencies numbers)
    {
        List<Scale> scales = numbers.Min > 0 ? [Linear, Root, Log] : numbers.Quantile(0.02) >= 0 ? [Linear, Root] : [Linear];
        return Linear.Skewness(numbers) < Skewed ? Linear : scales.MinBy(scale => scale.Skewness(numbers)) ?? Linear;
    }

    internal bool IsLinear => ReferenceEquals(this, Linear);

    double Skewness(Frequencies numbers)
    {
        var (low, middle, high) = (To(numbers.Quantile(0.05)), To(numbers.Quantile(0.5)), To(numbers.Quantile(0.95)));
        return high > low ? Math.Abs((high - middle) - (middle - low)) / (high - low) : 1;
    }
}

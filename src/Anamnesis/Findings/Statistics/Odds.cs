namespace Anamnesis.Findings.Statistics;

/// <summary>The odds ratio of a two-by-two table with 0.5 added to every cell, and its 95 % interval.</summary>
/// <param name="Ratio">(a d) / (b c) after the addition.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <seealso href="https://doi.org/10.1111/j.1469-1809.1956.tb01285.x">Haldane 1956</seealso>
readonly record struct Odds(double Ratio, double Low, double High)
{
    internal static Odds Of(double a, double b, double c, double d)
    {
        const double Z95 = 1.959964;
        var (p, q, r, s) = (a + 0.5, b + 0.5, c + 0.5, d + 0.5);
        var log = Math.Log(p * s / (q * r));
        var error = Math.Sqrt((1 / p) + (1 / q) + (1 / r) + (1 / s));
        return new Odds(Math.Exp(log), Math.Exp(log - (Z95 * error)), Math.Exp(log + (Z95 * error)));
    }

    /// <summary>Phi of the same table: the correlation of two yes/no marks; 0 when a margin is empty.</summary>
    internal static double Phi(double a, double b, double c, double d)
    {
        var margins = (a + b) * (c + d) * (a + c) * (b + d);
        return margins <= 0 ? 0 : ((a * d) - (b * c)) / Math.Sqrt(margins);
    }
}

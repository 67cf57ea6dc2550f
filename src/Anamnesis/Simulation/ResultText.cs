using System.Globalization;

namespace Anamnesis.Simulation;

/// <summary>A result as a laboratory writes it: with as many decimals as the test has. The same text is made once.</summary>
static class ResultText
{
    const int Kept = 20_000;
    const double Rounding = 1e-6; // of a value that has these decimals already

    static readonly string[] Formats = ["F0", "F1", "F2"];
    static readonly int[] Steps = [1, 10, 100];
    static readonly string?[][] Texts = [new string?[Kept], new string?[Kept], new string?[Kept]];

    internal static string Of(double value, int decimals)
    {
        var steps = value * Steps[decimals];
        var place = Math.Round(steps);
        return place is > 0 and < Kept && Math.Abs(steps - place) < Rounding ? Texts[decimals][(int)place] ??= Written(value, decimals) : Written(value, decimals);
    }

    static string Written(double value, int decimals) => value.ToString(Formats[decimals], CultureInfo.InvariantCulture);
}

using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Contradictions;

/// <summary>A number that follows from two others.</summary>
/// <param name="Result">The computed column.</param>
/// <param name="One">The first that it follows from.</param>
/// <param name="Other">The second.</param>
/// <param name="Form">How.</param>
/// <param name="Factor">What the form is multiplied by; 1 for sums.</param>
sealed record Formula(VariableProfile Result, VariableProfile One, VariableProfile Other, FormulaForm Form, double Factor)
{
    const int Glance = 25; // rows after which a form that does not hold is dropped
    const double Mean = 0.7; // of the values that one of the two alone accounts for
    const int Spread = 10; // tolerances between the quartiles of the result, so that it does not fit by chance

    static readonly double[] Constants = [0.0001, 0.001, 0.01, 0.1, 1.0 / 60, 1, 10, 60, 100, 1000, 10_000, 703]; // of percentages and units

    static readonly FormulaForm[] Forms =
    [
        new("the sum of {0} and {1}", (one, other) => one + other, (one, other) => $"{one} + {other}", false),
        new("{0} times {1}", (one, other) => one * other, (one, other) => $"{one} * {other}", true),
        new("{0} divided by {1}", (one, other) => one / other, (one, other) => $"{one} / nullif({other}, 0)", true) { Ordered = true },
        new("{0} divided by the square of {1}", (one, other) => one / (other * other), (one, other) => $"{one} / nullif({other} * {other}, 0)", true) { Ordered = true },
        new("a third of {0} and two thirds of {1}", (one, other) => (one + (2 * other)) / 3, (one, other) => $"({one} + 2 * {other}) / 3.0", false) { Ordered = true },
    ];

    /// <summary>How far the result may lie from what is computed: one unit of its last decimal.</summary>
    internal double Tolerance => ToleranceOf(Result);

    internal Sql Expression => Form.Scaled ? $"{Factor} * ({Form.Expression(One.Variable.Value, Other.Variable.Value)})" : Form.Expression(One.Variable.Value, Other.Variable.Value);

    internal Sql Guard => Form.Ordered && Form.Scaled ? (Sql)$" AND {Other.Variable.Value} <> 0" : $"";

    internal string Says => string.Format(System.Globalization.CultureInfo.InvariantCulture, Form.Sign, One.Variable.Label, Other.Variable.Label)
        + (Math.Abs(Factor - 1) < 1e-6 ? string.Empty : $", times {Findings.Says.Number(Factor)}");

    /// <summary>The formulas of a table, one for every three columns.</summary>
    internal static IEnumerable<Formula> In(IReadOnlyList<VariableProfile> numbers, IReadOnlyList<double?[]> rows, int fewest, double holds)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var results = numbers.Select((number, place) => (Place: place, Tolerance: ToleranceOf(number))).Where(result => Spreads(numbers[result.Place].Numbers, result.Tolerance)).ToList();
        foreach (var form in Forms)
        {
            foreach (var (result, tolerance) in results)
            {
                for (var one = 0; one < numbers.Count; one++)
                {
                    for (var other = form.Ordered ? 0 : one + 1; other < numbers.Count; other++)
                    {
                        if (result != one && result != other && one != other && Fits((result, one, other), form, tolerance, rows, fewest, holds) is { } factor
                            && told.Add(string.Join(' ', new[] { result, one, other }.Order())))
                        {
                            yield return new Formula(numbers[result], numbers[one], numbers[other], form, factor);
                        }
                    }
                }
            }
        }
    }

    static double ToleranceOf(VariableProfile result) => 1.01 * Math.Pow(10, -Grid.Usual(result.Numbers));

    static bool Spreads(Frequencies result, double tolerance) => result.Quantile(0.75) - result.Quantile(0.25) >= Spread * tolerance;

    /// <summary>The factor with which the form holds, or null.</summary>
    static double? Fits((int Result, int One, int Other) at, FormulaForm form, double tolerance, IReadOnlyList<double?[]> rows, int fewest, double holds)
    {
        var factor = form.Scaled ? Common(at, form, rows) : 1;
        var (filled, fits, alone) = (0, 0, 0);
        foreach (var row in factor == 0 ? [] : rows)
        {
            if (row[at.Result] is not { } value || row[at.One] is not { } one || row[at.Other] is not { } other || (form.Ordered && form.Scaled && other == 0))
            {
                continue;
            }

            filled++;
            fits += Math.Abs(value - (factor * form.Of(one, other))) <= tolerance ? 1 : 0;
            alone += value == one || value == other || value == 0 ? 1 : 0;
            if (filled == Glance && fits < holds * Glance - 2)
            {
                return null;
            }
        }

        return filled >= fewest && fits >= holds * filled && alone <= (1 - Mean) * filled + 1 ? factor : null;
    }

    /// <summary>The constant before the form in the first rows: their median; 0 when it is none that one would write.</summary>
    static double Common((int Result, int One, int Other) at, FormulaForm form, IReadOnlyList<double?[]> rows)
    {
        var (ratios, found) = (new double[Glance], 0);
        for (var place = 0; place < rows.Count && found < Glance; place++)
        {
            if (rows[place] is var row && row[at.Result] is { } result && row[at.One] is { } one && row[at.Other] is { } other
                && result / form.Of(one, other) is var ratio && double.IsFinite(ratio) && ratio != 0)
            {
                ratios[found++] = ratio;
            }
        }

        Array.Sort(ratios, 0, found);
        return found < Glance / 2 ? 0 : Tidy(ratios[found / 2]);
    }

    /// <summary>The constant within two percent of it, 0 when there is none.</summary>
    static double Tidy(double ratio) => Constants.FirstOrDefault(tidy => Math.Abs((ratio / tidy) - 1) < 0.02);
}

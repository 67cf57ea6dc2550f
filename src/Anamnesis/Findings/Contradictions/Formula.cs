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

    static readonly FormulaForm[] Forms =
    [
        new("the sum of {0} and {1}", (one, other) => one + other, (one, other) => $"{one} + {other}", false),
        new("{0} times {1}", (one, other) => one * other, (one, other) => $"{one} * {other}", true),
        new("{0} divided by {1}", (one, other) => one / other, (one, other) => $"{one} / nullif({other}, 0)", true) { Ordered = true },
        new("{0} divided by the square of {1}", (one, other) => one / (other * other), (one, other) => $"{one} / nullif({other} * {other}, 0)", true) { Ordered = true },
        new("a third of {0} and two thirds of {1}", (one, other) => (one + (2 * other)) / 3, (one, other) => $"({one} + 2 * {other}) / 3.0", false) { Ordered = true },
    ];

    internal double Tolerance => 1.01 * Math.Pow(10, -Grid.Usual(Result.Numbers));

    internal Sql Expression => Form.Scaled ? $"{Factor} * ({Form.Expression(One.Variable.Value, Other.Variable.Value)})" : Form.Expression(One.Variable.Value, Other.Variable.Value);

    internal Sql Guard => Form.Ordered && Form.Scaled ? (Sql)$" AND {Other.Variable.Value} <> 0" : $"";

    internal string Says => string.Format(System.Globalization.CultureInfo.InvariantCulture, Form.Sign, One.Variable.Label, Other.Variable.Label)
        + (Math.Abs(Factor - 1) < 1e-6 ? string.Empty : $", times {Findings.Says.Number(Factor)}");

    /// <summary>The formulas of a table, one for every three columns.</summary>
    internal static IEnumerable<Formula> In(IReadOnlyList<VariableProfile> numbers, IReadOnlyList<double?[]> rows, int fewest, double holds)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in Forms)
        {
            for (var result = 0; result < numbers.Count; result++)
            {
                for (var one = 0; one < numbers.Count; one++)
                {
                    for (var other = form.Ordered ? 0 : one + 1; other < numbers.Count; other++)
                    {
                        if (result != one && result != other && one != other && Fits((result, one, other), form, numbers, rows, fewest, holds) is { } formula
                            && told.Add(string.Join(' ', new[] { result, one, other }.Order())))
                        {
                            yield return formula;
                        }
                    }
                }
            }
        }
    }

    static Formula? Fits((int Result, int One, int Other) at, FormulaForm form, IReadOnlyList<VariableProfile> numbers, IReadOnlyList<double?[]> rows, int fewest, double holds)
    {
        var tried = new Formula(numbers[at.Result], numbers[at.One], numbers[at.Other], form, 1);
        var result = tried.Result.Numbers;
        var tolerance = tried.Tolerance;
        if (result.Quantile(0.75) - result.Quantile(0.25) < Spread * tolerance)
        {
            return null;
        }

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

        return filled >= fewest && fits >= holds * filled && alone <= (1 - Mean) * filled + 1 ? tried with { Factor = factor } : null;
    }

    /// <summary>The constant before the form in the first rows: their median; 0 when it is none that one would write.</summary>
    static double Common((int Result, int One, int Other) at, FormulaForm form, IReadOnlyList<double?[]> rows)
    {
        var ratios = rows.Where(row => row[at.Result] is not null && row[at.One] is not null && row[at.Other] is not null)
            .Select(row => row[at.Result]!.Value / form.Of(row[at.One]!.Value, row[at.Other]!.Value)).Where(ratio => double.IsFinite(ratio) && ratio != 0).Take(Glance).Order().ToList(); // just seen
        return ratios.Count < Glance / 2 ? 0 : Tidy(ratios[ratios.Count / 2]);
    }

    /// <summary>The power of ten or of sixty within half a percent of it, 0 when there is none: constants of percentages and units.</summary>
    static double Tidy(double ratio) => new[] { 0.0001, 0.001, 0.01, 0.1, 1.0 / 60, 1, 10, 60, 100, 1000, 10_000, 703 }.FirstOrDefault(tidy => Math.Abs((ratio / tidy) - 1) < 0.02);
}

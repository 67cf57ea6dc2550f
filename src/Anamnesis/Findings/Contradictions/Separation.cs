using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Contradictions;

/// <summary>How well a number tells the two values of a flag apart.</summary>
/// <param name="Number">The number.</param>
/// <param name="Rows">Rows with both.</param>
/// <param name="Auc">Probability that a row that says yes has the larger number, ties counted half.</param>
/// <param name="Above">True when yes goes with numbers above the threshold.</param>
/// <param name="Threshold">The cut with fewest contradictions: yes lies strictly beyond it.</param>
/// <param name="Contradictions">Rows on the wrong side of it.</param>
/// <param name="Fewer">Rows of the rarer value.</param>
sealed record Separation(VariableProfile Number, long Rows, double Auc, bool Above, double Threshold, long Contradictions, long Fewer)
{
    const int MostNumbers = 40; // a table
    const double LeastCorrelation = 0.5; // below, neither a threshold nor an AUC above 0.9 is to be expected

    /// <summary>The numbers of a table that tell a flag well apart.</summary>
    internal static IReadOnlyList<Separation> Of(TableProfile table, Flag flag, Dataset dataset)
    {
        var numbers = Measured.In(table)
            .Where(number => number.Variable.Item is null && number.Variable.Column.Name != flag.Name && number.Numbers.Values.Count >= 5 && !number.Rounded && !IsRunning(number))
            .Take(MostNumbers)
            .ToList();
        return numbers.Count == 0 ? [] : [.. Related(table, flag, numbers, dataset).Select(number => Measure(table, flag, number, dataset)).OfType<Separation>()];
    }

    /// <summary>Whole numbers of which each stands once: a number of the row, whatever its name.</summary>
    static bool IsRunning(VariableProfile number) =>
        number.Numbers.Values.Count > 0.95 * number.Numbers.Total && number.Numbers.Total > 30 && number.Numbers.Values.All(value => value == Math.Floor(value));

    static IEnumerable<VariableProfile> Related(TableProfile table, Flag flag, List<VariableProfile> numbers, Dataset dataset)
    {
        var correlations = Sql.Join(", ", numbers.Select(number =>
        {
            var (low, high) = (number.Numbers.Quantile(0.02), number.Numbers.Quantile(0.98));
            return (Sql)$"corr(greatest({low}, least({high}, {number.Variable.Value})), CASE WHEN {flag.Yes} THEN 1.0 WHEN {flag.No} THEN 0.0 END)";
        }));
        var found = dataset.Row($"SELECT {correlations} FROM {table.Table.From}", row => numbers.Select((_, place) => row.NumberAt(place)).ToList());
        return numbers.Where((_, place) => Math.Abs(found[place] ?? 0) >= LeastCorrelation);
    }

    static Separation? Measure(TableProfile table, Flag flag, VariableProfile number, Dataset dataset)
    {
        var value = number.Variable.Value;
        var cells = dataset.Rows(
            $"""
            SELECT {value} AS value, count(*) FILTER (WHERE {flag.Yes}) AS yes, count(*) FILTER (WHERE {flag.No}) AS no
            FROM {table.Table.From}
            WHERE {value} IS NOT NULL AND ({flag.Yes} OR {flag.No})
            GROUP BY 1
            """,
            row => (Value: row.NumberAt(0) ?? 0, Yes: row.CountAt(1), No: row.CountAt(2))).OrderBy(cell => cell.Value).ToList();
        var (yes, no) = (cells.Sum(cell => cell.Yes), cells.Sum(cell => cell.No));
        if (yes == 0 || no == 0)
        {
            return null;
        }

        var (yesBelow, noBelow, pairs) = (0L, 0L, 0.0);
        var best = (Above: true, Threshold: double.NegativeInfinity, Wrong: long.MaxValue);
        foreach (var cell in cells)
        {
            pairs += cell.Yes * (noBelow + (cell.No / 2.0));
            yesBelow += cell.Yes;
            noBelow += cell.No;
            // yes above the value, or yes at and below it
            best = yesBelow + (no - noBelow) < best.Wrong ? (true, cell.Value, yesBelow + (no - noBelow)) : best;
            best = noBelow + (yes - yesBelow) < best.Wrong ? (false, cell.Value, noBelow + (yes - yesBelow)) : best;
        }

        return new Separation(number, yes + no, pairs / ((double)yes * no), best.Above, best.Threshold, best.Wrong, Math.Min(yes, no));
    }
}

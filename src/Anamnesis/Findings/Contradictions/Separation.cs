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
    const int Chunk = 160; // correlations a query
    const double LeastCorrelation = 0.5; // below, neither a threshold nor an AUC above 0.9 is to be expected

    /// <summary>The numbers of a table that tell its flags well apart: screened on sampled rows, measured on all.</summary>
    internal static ILookup<string, Separation> Of(TableProfile table, IReadOnlyList<Flag> flags, Sql screen, Dataset dataset)
    {
        var numbers = Measured.In(table)
            .Where(number => number.Variable.Item is null && number.Numbers.Values.Count >= 5 && !number.Rounded && !IsRunning(number))
            .Take(MostNumbers)
            .ToList();
        var pairs = flags.SelectMany(flag => numbers.Where(number => number.Variable.Column.Name != flag.Name).Select(number => (Flag: flag, Number: number))).ToList();
        return pairs.Chunk(Chunk)
            .SelectMany(chunk => Related(chunk, screen, dataset))
            .Select(pair => (pair.Flag.Name, Separation: Measure(table, pair.Flag, pair.Number, dataset)))
            .Where(pair => pair.Separation is not null)
            .ToLookup(pair => pair.Name, pair => pair.Separation!); // filtered
    }

    /// <summary>Whole numbers of which each stands once: a number of the row, whatever its name.</summary>
    static bool IsRunning(VariableProfile number) =>
        number.Numbers.Values.Count > 0.95 * number.Numbers.Total && number.Numbers.Total > 30 && number.Numbers.Values.All(value => value == Math.Floor(value));

    static IEnumerable<(Flag Flag, VariableProfile Number)> Related((Flag Flag, VariableProfile Number)[] pairs, Sql screen, Dataset dataset)
    {
        // every number and every flag is written once: planning an expression for each pair takes longer than computing it
        var numbers = pairs.Select(pair => pair.Number).Distinct().ToList();
        var flags = pairs.Select(pair => pair.Flag).Distinct().ToList();
        var columns = numbers.Select((number, place) => (Sql)$"greatest({number.Numbers.Quantile(0.02)}, least({number.Numbers.Quantile(0.98)}, {number.Variable.Value})) AS {new Name($"n{place}")}")
            .Concat(flags.Select((flag, place) => (Sql)$"CASE WHEN {flag.Yes} THEN 1.0 WHEN {flag.No} THEN 0.0 END AS {new Name($"f{place}")}"));
        var correlations = pairs.Select(pair => (Sql)$"corr({new Name($"n{numbers.IndexOf(pair.Number)}")}, {new Name($"f{flags.IndexOf(pair.Flag)}")})");
        var found = dataset.Row(
            $"SELECT {Sql.Join(", ", correlations)} FROM (SELECT {Sql.Join(", ", columns)} FROM {screen}) AS few", row => pairs.Select((_, place) => row.NumberAt(place)).ToList());
        return pairs.Where((_, place) => Math.Abs(found[place] ?? 0) >= LeastCorrelation);
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

using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Contradictions;

/// <summary>Two number columns that say the same: equal but for a few rows, or one a constant times the other.</summary>
static class Twins
{
    const double MostDiffering = 0.05; // of the rows with both
    const long LeastRows = 20;
    const int LeastDistinct = 8;
    const double Tolerance = 0.005; // relative, of the ratio
    const int Chunk = 200; // pairs a query
    static readonly double[] Shares = [0.1, 0.3, 0.5, 0.7, 0.9];
    static readonly double[] Conversions = [7, 12, 24, 30.4375, 52.1775, 60, 365, 365.25, 1000, 100, 10, 2.2046, 2.54, 3600, 86400, 1440];

    internal static IEnumerable<Finding> In(TableProfile table, Sql screen, Dataset dataset)
    {
        var numbers = Measured.In(table)
            .Where(number => number.Variable.Item is null && number.Numbers.Values.Count >= LeastDistinct && number.Numbers.Total >= LeastRows && !number.Rounded)
            .ToList();
        List<(VariableProfile One, VariableProfile Other, double Ratio)> pairs = [.. numbers.SelectMany((one, place) => numbers.Skip(place + 1).Select(other => (One: one, Other: other, Ratio: Ratio(one.Numbers, other.Numbers) ?? 0))).Where(pair => pair.Ratio != 0)];
        return pairs.Chunk(Chunk)
            .SelectMany(chunk => Alike(chunk, screen, dataset))
            .Select(pair => Told(table, pair.One, pair.Other, pair.Ratio, dataset))
            .OfType<Finding>();
    }

    /// <summary>The pairs that are alike on sampled rows.</summary>
    static IEnumerable<(VariableProfile One, VariableProfile Other, double Ratio)> Alike(
        (VariableProfile One, VariableProfile Other, double Ratio)[] pairs, Sql screen, Dataset dataset)
    {
        var shares = Sql.Join(", ", pairs.Select(pair => (Sql)$"avg(CASE WHEN {Differs(pair.One, pair.Other, pair.Ratio)} THEN 1.0 ELSE 0.0 END)"));
        var found = dataset.Row($"SELECT {shares} FROM {screen}", row => pairs.Select((_, place) => row.NumberAt(place)).ToList());
        return pairs.Where((_, place) => found[place] <= 2 * MostDiffering);
    }

    static Sql Differs(VariableProfile one, VariableProfile other, double ratio)
    {
        var (first, second) = (one.Variable.Value, other.Variable.Value);
        return Math.Abs(ratio - 1) < Tolerance ? $"{first} <> {second}" : (Sql)$"abs({second} - {ratio} * {first}) > {2 * Tolerance} * abs({second})";
    }

    /// <summary>The ratio of two columns whose quantiles all have it, or null.</summary>
    static double? Ratio(Frequencies one, Frequencies other)
    {
        if (one.Quantile(0.5) == 0 || Math.Abs(one.Total - other.Total) > 0.2 * Math.Max(one.Total, other.Total))
        {
            return null;
        }

        var ratios = Shares.Select(share => (one.Quantile(share), Ratio: other.Quantile(share) / one.Quantile(share))).Where(pair => double.IsFinite(pair.Ratio)).Select(pair => pair.Ratio).ToList();
        return ratios.Count >= 3 && ratios.Max() - ratios.Min() <= 0.02 * Math.Abs(ratios[ratios.Count / 2]) ? ratios[ratios.Count / 2] : null;
    }

    static Finding? Told(TableProfile table, VariableProfile one, VariableProfile other, double ratio, Dataset dataset)
    {
        var (first, second) = (one.Variable.Value, other.Variable.Value);
        var equal = Math.Abs(ratio - 1) < Tolerance;
        var differs = Differs(one, other, ratio);
        var (both, differing) = dataset.Row(
            $"SELECT count(*), count(*) FILTER (WHERE {differs}) FROM {table.Table.From} WHERE {first} IS NOT NULL AND {second} IS NOT NULL",
            row => (row.CountAt(0), row.CountAt(1)));
        List<Column> columns = [one.Variable.Column, other.Variable.Column];
        if (equal)
        {
            return both < 5 * LeastRows || differing == 0 || differing > MostDiffering * both ? null : Draft.Of(
                "cross-field",
                table.Table,
                columns,
                $"{one.Variable.Label} and {other.Variable.Label} are equal in all but {differing:N0} of {both:N0} rows",
                (differing, both),
                differs) with
            { Weight = 0.3 };
        }

        return both < LeastRows || differing > 0 || Conversions.Any(factor => Near(ratio, factor) || Near(1 / ratio, factor)) ? null : Draft.Of(
            "cross-field",
            table.Table,
            columns,
            $"{other.Variable.Label} is {ratio:0.###} times {one.Variable.Label} in every one of {both:N0} rows: one is computed from the other",
            (both, both),
            $"{first} IS NOT NULL AND {second} IS NOT NULL") with
        { Weight = 0.5, Facts = new Dictionary<string, double> { ["computed"] = ratio } };
    }

    static bool Near(double one, double other) => Math.Abs((one / other) - 1) < 0.005;
}

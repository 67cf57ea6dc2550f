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
    const int FewRows = 200; // read once where pairs are more than that
    const double MostDifferingOfFew = 0.25;

    /// <summary>The fact that one column is a constant times another.</summary>
    internal const string Multiple = "computed";

    static readonly double[] Shares = [0.1, 0.3, 0.5, 0.7, 0.9];
    static readonly double[] Conversions = [7, 12, 24, 30.4375, 52.1775, 60, 365, 365.25, 1000, 100, 10, 2.2046, 2.54, 3600, 86400, 1440];

    internal static IEnumerable<Finding> In(TableProfile table, Sql screen, Dataset dataset)
    {
        var numbers = Measured.In(table)
            .Where(number => number.Variable.Item is null && number.Numbers.Values.Count >= LeastDistinct && number.Numbers.Total >= LeastRows && !number.Rounded)
            .ToList();
        var quantiles = numbers.Select(number => Shares.Select(number.Numbers.Quantile).ToArray()).ToList();
        List<(int One, int Other, double Ratio)> places =
        [
            .. from one in Enumerable.Range(0, numbers.Count)
               from other in Enumerable.Range(one + 1, numbers.Count - one - 1)
               where Math.Abs(numbers[one].Numbers.Total - numbers[other].Numbers.Total) <= 0.2 * Math.Max(numbers[one].Numbers.Total, numbers[other].Numbers.Total)
               let ratio = Ratio(quantiles[one], quantiles[other]) ?? 0
               where ratio != 0
               select (one, other, ratio),
        ];
        var pairs = (places.Count > Chunk ? Agreeing(places, numbers, screen, dataset) : places)
            .Select(pair => (One: numbers[pair.One], Other: numbers[pair.Other], pair.Ratio));
        return First(pairs.Chunk(Chunk)
            .SelectMany(chunk => Counted(table, [.. Alike(chunk, screen, dataset)], dataset))
            .Select(pair => Told(table, pair.One, pair.Other, pair.Ratio, pair.Both, pair.Differing))
            .OfType<Finding>());
    }

    /// <summary>Multiples of one column are multiples of each other: only that they are of the first is told.</summary>
    static IEnumerable<Finding> First(IEnumerable<Finding> told)
    {
        var of = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var finding in told)
        {
            if (!finding.Facts.ContainsKey(Multiple))
            {
                yield return finding;
            }
            else if (!(of.TryGetValue(finding.Columns[0], out var first) && of.TryGetValue(finding.Columns[1], out var same) && same == first))
            {
                of.TryAdd(finding.Columns[1], finding.Columns[0]);
                yield return finding;
            }
        }
    }

    /// <summary>Of very many pairs those that agree on a few rows, read once. Columns that agree with one and the same are compared with that one only.</summary>
    static List<(int One, int Other, double Ratio)> Agreeing(
        List<(int One, int Other, double Ratio)> pairs, List<VariableProfile> numbers, Sql screen, Dataset dataset)
    {
        var values = Sql.Join(", ", numbers.Select(number => number.Variable.Value));
        var rows = dataset.Rows($"SELECT {values} FROM {screen} LIMIT {FewRows}", row => numbers.Select((_, place) => row.NumberAt(place)).ToArray());
        var like = new int?[numbers.Count];
        var agreeing = new List<(int One, int Other, double Ratio)>();
        foreach (var (one, other, ratio) in pairs)
        {
            if ((like[one] is { } same && same == like[other]) || !Agree(rows, one, other, ratio))
            {
                continue;
            }

            like[other] ??= one;
            agreeing.Add((one, other, ratio));
        }

        return agreeing;
    }

    static bool Agree(IReadOnlyList<double?[]> rows, int one, int other, double ratio)
    {
        var (both, differing) = (0, 0);
        foreach (var row in rows)
        {
            if (row[one] is { } first && row[other] is { } second)
            {
                both++;
                differing += Math.Abs(second - (ratio * first)) > 2 * Tolerance * Math.Abs(second) ? 1 : 0;
            }
        }

        return differing <= Math.Max(MostDifferingOfFew * both, 2);
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
    static double? Ratio(double[] one, double[] other)
    {
        if (one[Shares.Length / 2] == 0)
        {
            return null;
        }

        Span<double> ratios = stackalloc double[Shares.Length];
        var count = 0;
        for (var place = 0; place < Shares.Length; place++)
        {
            var ratio = other[place] / one[place];
            if (double.IsFinite(ratio))
            {
                ratios[count++] = ratio;
            }
        }

        if (count < 3)
        {
            return null;
        }

        var (middle, least, most) = (ratios[count / 2], ratios[0], ratios[0]);
        foreach (var ratio in ratios[..count])
        {
            (least, most) = (Math.Min(least, ratio), Math.Max(most, ratio));
        }

        return most - least <= 0.02 * Math.Abs(middle) ? middle : null;
    }

    /// <summary>With the rows that have both, and those of them that differ.</summary>
    static IEnumerable<(VariableProfile One, VariableProfile Other, double Ratio, long Both, long Differing)> Counted(
        TableProfile table, IReadOnlyList<(VariableProfile One, VariableProfile Other, double Ratio)> pairs, Dataset dataset)
    {
        if (pairs.Count == 0)
        {
            return [];
        }

        var counts = Sql.Join(", ", pairs.Select(pair => (Sql)$"count(*) FILTER (WHERE {Both(pair.One, pair.Other)}), count(*) FILTER (WHERE {Differs(pair.One, pair.Other, pair.Ratio)})"));
        return dataset.Row(
            $"SELECT {counts} FROM {table.Table.From}",
            row => pairs.Select((pair, place) => (pair.One, pair.Other, pair.Ratio, row.CountAt(2 * place), row.CountAt((2 * place) + 1))).ToList());
    }

    static Sql Both(VariableProfile one, VariableProfile other) => $"{one.Variable.Value} IS NOT NULL AND {other.Variable.Value} IS NOT NULL";

    static Finding? Told(TableProfile table, VariableProfile one, VariableProfile other, double ratio, long both, long differing)
    {
        var equal = Math.Abs(ratio - 1) < Tolerance;
        List<Column> columns = [one.Variable.Column, other.Variable.Column];
        if (equal)
        {
            return both < 5 * LeastRows || differing == 0 || differing > MostDiffering * both ? null : Draft.Of(
                "cross-field",
                table.Table,
                columns,
                $"{one.Variable.Label} and {other.Variable.Label} are equal in all but {differing:N0} of {both:N0} rows",
                (differing, both),
                Differs(one, other, ratio)) with
            { Weight = 0.3 };
        }

        return both < LeastRows || differing > 0 || Conversions.Any(factor => Near(ratio, factor) || Near(1 / ratio, factor)) ? null : Draft.Of(
            "cross-field",
            table.Table,
            columns,
            $"{other.Variable.Label} is {ratio:0.###} times {one.Variable.Label} in every one of {both:N0} rows: one is computed from the other",
            (both, both),
            Both(one, other)) with
        { Weight = 0.5, Facts = new Dictionary<string, double> { [Multiple] = ratio } };
    }

    static bool Near(double one, double other) => Math.Abs((one / other) - 1) < 0.005;
}

using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>How much a number differs by its source.</summary>
/// <param name="Number">The number.</param>
/// <param name="Share">Share of its spread within places that the source accounts for, less what chance makes.</param>
/// <param name="Gap">Largest difference of two sources of one place, in standard deviations.</param>
/// <param name="Rows">Rows with both.</param>
/// <param name="Levels">Sources with enough rows.</param>
sealed record SourceDifference(VariableProfile Number, double Share, double Gap, long Rows, int Levels)
{
    /// <summary>The differences of all numbers of a table, in one query.</summary>
    internal static IReadOnlyList<SourceDifference> Of(TableProfile table, IReadOnlyList<VariableProfile> numbers, Column source, Column? place, long fewestOfLevel, Dataset dataset)
    {
        // centred, so that squares of large numbers keep their digits
        var moments = Sql.Join(", ", numbers.Select(number =>
        {
            Sql centred = $"({number.Variable.Value} - {number.Numbers.Quantile(0.5)})";
            return (Sql)$"count({number.Variable.Value}), sum({centred}), sum({centred} * {centred})";
        }));
        Sql within = place is null ? (Sql)$"'everywhere'" : place.Value;
        var groups = dataset.Rows(
            $"SELECT {within} AS place, {moments} FROM {table.ForShares.From} WHERE {source.Value} IS NOT NULL GROUP BY {within}, {source.Value}",
            row => (Place: row.TextAt(0) ?? string.Empty, Moments: numbers.Select((_, at) => (Count: row.CountAt((3 * at) + 1), Sum: row.NumberAt((3 * at) + 2) ?? 0, Square: row.NumberAt((3 * at) + 3) ?? 0)).ToList()));
        return [.. numbers.Select((number, at) => One(number, [.. groups.Select(group => (group.Place, group.Moments[at])).Where(group => group.Item2.Count >= fewestOfLevel)])).OfType<SourceDifference>()];
    }

    static SourceDifference? One(VariableProfile number, List<(string Place, (long Count, double Sum, double Square) Moments)> groups)
    {
        var (between, total, rows, gap) = (0.0, 0.0, 0L, 0.0);
        var places = groups.GroupBy(group => group.Place).Where(place => place.Count() >= 2).ToList();
        foreach (var place in places)
        {
            var (count, sum, square) = (place.Sum(group => group.Moments.Count), place.Sum(group => group.Moments.Sum), place.Sum(group => group.Moments.Square));
            between += place.Sum(group => group.Moments.Sum * group.Moments.Sum / group.Moments.Count) - (sum * sum / count);
            total += square - (sum * sum / count);
            rows += count;
            gap = Math.Max(gap, place.Max(group => group.Moments.Sum / group.Moments.Count) - place.Min(group => group.Moments.Sum / group.Moments.Count));
        }

        var levels = places.Sum(place => place.Count());
        return total <= 0 || rows <= levels ? null : new SourceDifference(number, (between / total) - ((double)(levels - places.Count) / (rows - places.Count)), gap / Math.Sqrt(total / rows), rows, levels);
    }
}

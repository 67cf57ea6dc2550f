using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>How much a number differs by its source.</summary>
/// <param name="Number">The number.</param>
/// <param name="Share">Share of its spread within places that the source accounts for, less what chance makes.</param>
/// <param name="Gap">Largest difference of two sources of one place, in standard deviations.</param>
/// <param name="Rows">Patients of all sources, each counted once for a source.</param>
/// <param name="Levels">Sources with enough patients.</param>
/// <param name="Place">The only place that was looked at, or null for all.</param>
sealed record SourceDifference(VariableProfile Number, double Share, double Gap, long Rows, int Levels, string? Place)
{
    const double Deviations = 4;

    /// <summary>The share that chance makes at most.</summary>
    internal double Chance => Deviations * Math.Sqrt(2.0 * Math.Max(1, Levels - 1)) / Rows;

    /// <summary>The differences of all numbers of a table over all places and at each, in one query.</summary>
    internal static ILookup<string?, SourceDifference> Of(TableProfile table, IReadOnlyList<VariableProfile> numbers, Column source, Column? place, long fewestOfLevel, Dataset dataset)
    {
        // one patient counts once for a source, however often they are measured
        Sql within = place is null ? (Sql)$"'everywhere'" : place.Value;
        var patient = table.Reading.Of(Role.Patient);
        Sql averages = Sql.Join(", ", numbers.Select((number, at) => (Sql)$"avg({number.Variable.Value} - {number.Numbers.Quantile(0.5)}) AS {new Name($"level_{at}")}")); // centred, so that squares keep their digits
        Sql each = patient is null ? (Sql)$"{dataset.Dialect.RowHash([.. table.Table.Columns.Select(column => column.Value)])}" : patient.Value;
        var moments = Sql.Join(", ", numbers.Select((_, at) => new Name($"level_{at}")).Select(level => (Sql)$"count({level}), sum({level}), sum({level} * {level})"));
        var groups = dataset.Rows(
            $"SELECT place, {moments} FROM (SELECT {within} AS place, {source.Value} AS source, {each} AS one, {averages} FROM {table.ForShares.From} WHERE {source.Value} IS NOT NULL GROUP BY 1, 2, 3) AS patients GROUP BY place, source",
            row => (Place: row.TextAt(0) ?? string.Empty, Moments: numbers.Select((_, at) => (Count: row.CountAt((3 * at) + 1), Sum: row.NumberAt((3 * at) + 2) ?? 0, Square: row.NumberAt((3 * at) + 3) ?? 0)).ToList()));
        var places = place is null ? [null] : groups.Select(group => group.Place).Distinct().Prepend(null);
        var differences = from one in places
                          from at in Enumerable.Range(0, numbers.Count)
                          select One(numbers[at], one, [.. groups.Where(cell => one is null || cell.Place == one).Select(cell => (cell.Place, cell.Moments[at])).Where(cell => cell.Item2.Count >= fewestOfLevel)]);
        return differences.OfType<SourceDifference>().ToLookup(difference => difference.Place);
    }

    static SourceDifference? One(VariableProfile number, string? place, List<(string Place, (long Count, double Sum, double Square) Moments)> groups)
    {
        var (between, total, rows, gap) = (0.0, 0.0, 0L, 0.0);
        var places = groups.GroupBy(group => group.Place).Where(group => group.Count() >= 2).ToList();
        foreach (var group in places)
        {
            var (count, sum, square) = (group.Sum(one => one.Moments.Count), group.Sum(one => one.Moments.Sum), group.Sum(one => one.Moments.Square));
            between += group.Sum(one => one.Moments.Sum * one.Moments.Sum / one.Moments.Count) - (sum * sum / count);
            total += square - (sum * sum / count);
            rows += count;
            gap = Math.Max(gap, group.Max(one => one.Moments.Sum / one.Moments.Count) - group.Min(one => one.Moments.Sum / one.Moments.Count));
        }

        var levels = places.Sum(group => group.Count());
        return total <= 0 || rows <= levels ? null : new SourceDifference(number, (between / total) - ((double)(levels - places.Count) / (rows - places.Count)), gap / Math.Sqrt(total / rows), rows, levels, place);
    }
}

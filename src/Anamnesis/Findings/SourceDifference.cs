using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>How much a number differs by its source.</summary>
/// <param name="Number">The number.</param>
/// <param name="Share">Share of its spread within places that the source accounts for, less what chance makes.</param>
/// <param name="Gap">Largest difference of two sources of one place, in standard deviations.</param>
/// <param name="Rows">Patients of all sources, each counted once for a source.</param>
/// <param name="Levels">Sources with enough patients.</param>
sealed record SourceDifference(VariableProfile Number, double Share, double Gap, long Rows, int Levels)
{
    /// <summary>The differences of all numbers of a table, in one query.</summary>
    internal static IReadOnlyList<SourceDifference> Of(TableProfile table, IReadOnlyList<VariableProfile> numbers, Column source, Column? place, long fewestOfLevel, Dataset dataset)
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

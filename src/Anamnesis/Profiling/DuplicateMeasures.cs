using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Rows that equal another row in everything but technical numbers.</summary>
static class DuplicateMeasures
{
    internal static long Of(Dataset dataset, TableReading reading, Sample sample, IReadOnlyList<VariableProfile> columns, long mostOfOnePatient)
    {
        var compared = columns.Where(profile => profile.Variable.Item is null && profile.Variable.Role != Role.RowId && profile.Variable.Column.Kind != Kind.Other).ToList();
        // where one column tells all rows apart there is nothing to compare
        var apart = (sample.OneIn == 1 && compared.Exists(profile => profile.Missing == 0 && profile.Distinct == reading.Table.Rows))
            || (mostOfOnePatient == 1 && reading.Of(Role.Patient) is { } patient && compared.Exists(profile => profile.Missing == 0 && profile.Variable.Column == patient));
        return compared.Count < 2 || apart
            ? 0
            : sample.OneIn * (long)dataset.Number(
                $"""
                SELECT sum(n - 1) FROM (SELECT h, count(*) AS n FROM (SELECT {dataset.Dialect.RowHash([.. compared.Select(profile => AsItStood(profile))])} AS h FROM {sample.From}) AS hashes
                  GROUP BY h HAVING count(*) > 1) AS groups
                """);
    }

    /// <summary>The text where some of it could not be read as a number or time, or rows that differ only there would look alike.</summary>
    static Sql AsItStood(VariableProfile profile) => profile.Unreadable.Count > 0 && profile.Variable.Column.Raw is { } raw ? raw : profile.Variable.Column.Value;
}

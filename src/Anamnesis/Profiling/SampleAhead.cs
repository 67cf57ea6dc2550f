using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>A sample that is drawn before a table is recognised, by the column whose name says patient or stay: the first rows of many columns cost as much to read as the sample does.</summary>
/// <param name="Key">Name of the column whose values were drawn.</param>
/// <param name="Rows">The sample.</param>
sealed record SampleAhead(string Key, Sample Rows)
{
    const int FewestColumns = 40;

    /// <summary>The sample of a table of many columns that will be sampled anyway; null where its first rows do, or no name tells a key.</summary>
    internal static SampleAhead? Of(Dataset dataset, Table table, ProfileOptions? measuring)
    {
        if (measuring is null || !dataset.Keeps || table.Columns.Count < FewestColumns || measuring.SampleRows(table.Rows, table.Columns.Count) is var most && most >= table.Rows)
        {
            return null;
        }

        var key = table.Columns.Select((column, place) => (Column: column, Role: RoleRules.Of(ColumnGlimpse.Nothing(column), table.Name, place, table.Columns.Count)))
            .Where(one => one.Role.Role is Role.Patient or Role.Stay).OrderBy(one => one.Role.Role).ThenByDescending(one => one.Role.Confidence).FirstOrDefault().Column;
        return key is null ? null : new SampleAhead(key.Name, Sample.Of(dataset, table, key, null, most, new Sample(table.From, 1)));
    }
}

using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Whole patients of a large table, or all rows of a small one.</summary>
/// <param name="From">What stands after FROM.</param>
/// <param name="OneIn">One patient in so many; 1 for all.</param>
sealed record Sample(Sql From, int OneIn)
{
    internal static Sample Of(Dataset dataset, TableReading reading, ProfileOptions options) => Of(dataset, reading, options.SampleRows);

    internal static Sample Of(Dataset dataset, TableReading reading, long most)
    {
        var table = reading.Table;
        if (table.Rows <= most)
        {
            return new Sample(table.From, 1);
        }

        // a power of two, so that samples of different tables nest
        var oneIn = 2;
        while (table.Rows / oneIn > most)
        {
            oneIn *= 2;
        }

        var key = reading.Of(Role.Patient) ?? reading.Of(Role.Stay);
        Sql by = key is null ? dataset.Dialect.RowHash([.. table.Columns.Select(column => column.Value)]) : key.Value;
        Sql columns = Sql.Join(", ", table.Columns.SelectMany(Parts).Distinct(PartComparer.Instance));
        return new Sample(dataset.Keep($"SELECT {columns} FROM {table.From} WHERE {dataset.Dialect.Sampled(by, oneIn)}"), oneIn);
    }

    static IEnumerable<Sql> Parts(Column column)
    {
        yield return $"{new Name(column.Name)}";
        if (column.Raw is { } raw && raw.Text != new Name(column.Name).Quoted && raw.Text.StartsWith('"'))
        {
            yield return raw;
        }
    }

    sealed class PartComparer : IEqualityComparer<Sql>
    {
        internal static readonly PartComparer Instance = new();

        public bool Equals(Sql? x, Sql? y) => x?.Text == y?.Text;

        public int GetHashCode(Sql obj) => obj.Text.GetHashCode(StringComparison.Ordinal);
    }
}

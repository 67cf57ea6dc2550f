using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Small tables on a real engine, read by hand or by recognition, and measured.</summary>
static class Rows
{
    /// <summary>A data set with one table made by a query.</summary>
    internal static Dataset Of(Sql query, params (string Name, Kind Kind)[] columns)
    {
        var dataset = DuckDb.Empty("test");
        Add(dataset, "t", query, columns);
        return dataset;
    }

    /// <summary>Adds a table made by a query.</summary>
    internal static void Add(Dataset dataset, string name, Sql query, params (string Name, Kind Kind)[] columns)
    {
        dataset.Execute($"CREATE TABLE {new Name(name)} AS {query}");
        var table = new Table
        {
            Name = name,
            From = $"{new Name(name)}",
            Columns = [.. columns.Select(column => Column.Of(column.Name, column.Kind))],
            Rows = (long)dataset.Number($"SELECT count(*) FROM {new Name(name)}"),
        };
        dataset.Tables = [.. dataset.Tables, table];
    }

    /// <summary>The profile of the first table with the roles given in the order of its columns.</summary>
    internal static TableProfile Measure(this Dataset dataset, Layout layout, bool exact, params Role[] roles)
    {
        var table = dataset.Tables[0];
        var reading = new TableReading
        {
            Table = table,
            Layout = layout,
            Confidence = 1,
            Reason = "by hand",
            Columns = [.. table.Columns.Select((column, i) => new ColumnReading { Column = column, Role = roles[i], Confidence = 1, Reason = "by hand" })],
        };
        return Profiler.Measure(dataset, [reading], new ProfileOptions { Exact = exact }).Tables[0];
    }

    internal static TableProfile Measure(this Dataset dataset, Layout layout, params Role[] roles) => dataset.Measure(layout, false, roles);
}

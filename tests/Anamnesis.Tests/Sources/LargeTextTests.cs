using System.Text;
using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>A text above 48 MB is taken to be plain; when it turns out somewhere that it is not, it is read in another way and nothing is lost.</summary>
public sealed class LargeTextTests
{
    const int Rows = 26_000;

    static readonly string Note = new('n', 2000);

    [Theory]
    [InlineData(Rows, "+3,9.5,\"a \"\"note\"\", with a comma\"", "a \"note\", with a comma")] // read here
    [InlineData(Rows, "3,9.5,\"größer, and\nover two lines\"\n", "größer, and\nover two lines")] // in Latin 1
    [InlineData(Rows / 5, "3,9.5,another end\r\n", "another end")] // among the rows of which forms are learned
    public void An_odd_line_is_a_row(int place, string line, string note)
    {
        using var folder = new TempFolder();
        using (var file = new StreamWriter(folder.At("t.csv"), append: false, Encoding.Latin1))
        {
            file.Write("patient,value,note\n");
            for (var i = 0; i <= Rows; i++)
            {
                file.Write(i == place ? line : $"{i % 700},1.5,{i} {Note}\n");
            }
        }

        using var dataset = Address.Open(folder.At("t.csv"), new Opening());
        var table = Assert.Single(dataset.Tables);
        Assert.Equal((Rows + 1, 0), (table.Rows, table.RejectedRows));
        Assert.Equal((1.5 * Rows) + 9.5, dataset.Number($"SELECT sum({table.Columns[1].Value}) FROM {table.From}"));
        Assert.Equal([note], dataset.Rows($"SELECT {table.Columns[2].Value} FROM {table.From} WHERE {table.Columns[1].Value} = 9.5", row => row.TextAt(0)));
        Assert.Equal(3, dataset.Number($"SELECT {table.Columns[0].Value} FROM {table.From} WHERE {table.Columns[1].Value} = 9.5"));
    }
}

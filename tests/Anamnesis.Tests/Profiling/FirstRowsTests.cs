using Anamnesis.Sources;

namespace Anamnesis.Profiling;

/// <summary>Recognition looks at the rows that stand first, whatever else is read at the same time: the same file is recognised the same way again.</summary>
public sealed class FirstRowsTests
{
    const int Rows = 400_000; // several row groups
    const int Looked = 20_000;

    [Theory]
    [InlineData("rows.parquet")]
    [InlineData("rows.csv")]
    public void They_are_the_first(string name)
    {
        using var folder = new TempFolder();
        Copied.To(folder.At(name), $"SELECT i AS row_number, i + 0.5 AS level FROM range({Rows}) AS t (i)", $"FORMAT {Path.GetExtension(name)[1..]}");
        using var dataset = Address.Open(folder.At(name));
        var level = ColumnGlimpse.Of(dataset, dataset.Tables[0], dataset.Tables[0].From)[1];
        Assert.Equal((Looked, Looked), ((int)level.Rows, (int)level.Distinct));
        Assert.Equal(0.5 + (0.95 * (Looked - 1)), level.High, 1e-6);
    }
}

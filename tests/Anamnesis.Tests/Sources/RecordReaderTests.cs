namespace Anamnesis.Sources;

public sealed class RecordReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a|b", "1|2")]
    [InlineData("a,b\r\n1,2", "a|b", "1|2")]
    [InlineData("a,b\r1,2\r", "a|b", "1|2")]
    [InlineData("a,\"b,c\"\n\"1\"\"2\",\"\"\n", "a|b,c", "1\"2|")]
    [InlineData("a,\"two\r\nlines\"\n1,2\n", "a|two\r\nlines", "1|2")]
    [InlineData("a,5\" x\n\"say \\\"no\\\"\",\"C:\\\"\n", "a|5\" x", "say \"no\"|C:\\")]
    [InlineData("a,\"closed\" early\n1,2\n", "a|closed early", "1|2")]
    [InlineData("a,\"never\n1,2\n3,4\n", "! a quote is opened and not closed", "1|2", "3|4")]
    [InlineData("a,\"never\n\"1\",2\n3,4\n", "! a quote is opened and not closed", "1|2", "3|4")]
    [InlineData("a,b\n\n   \n1,2\n\n", "a|b", "", "", "1|2", "")]
    [InlineData("a,b\u0001\u0000\n", "a|b")]
    public void Every_line_becomes_a_record_or_a_problem(string text, params string[] expected)
    {
        var reader = new RecordReader(new LineReader(new StringReader(text), 100), ',');
        var read = new List<string>();
        while (reader.Read())
        {
            read.Add(reader.Problem is { } problem ? $"! {problem}" : string.Join('|', reader.Cells));
        }

        Assert.Equal(expected, read);
    }

    [Fact]
    public void A_line_beyond_the_most_is_cut_and_told()
    {
        var reader = new RecordReader(new LineReader(new StringReader($"a,b\n{new string('x', 200_000)}\n1,2\n"), 100), ',');
        Assert.True(reader.Read() && reader.Read());
        Assert.Equal((2, 100, "the line is longer than four million letters"), (reader.First.Number, reader.First.Text.Length, reader.Problem));
        Assert.True(reader.Read());
        Assert.Equal(["1", "2"], reader.Cells);
    }

    [Fact]
    public void Runs_of_blanks_separate_once()
    {
        var reader = new RecordReader(new LineReader(new StringReader("  1   2.5\t 3  \n"), 100), ' ');
        Assert.True(reader.Read());
        Assert.Equal(["1", "2.5", "3"], reader.Cells);
    }
}

namespace Anamnesis.Sources;

public sealed class RecordFileTests
{
    [Fact]
    public void Records_over_several_lines_end_with_a_word()
    {
        var text = string.Concat(Enumerable.Range(1, 20).Select(i => $"{i} 63 1 -9\n0 145 {i} 1\n2 0 name\n"));
        Assert.Equal(("name", 11), RecordFile.EndOf(text));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void A_table_whose_words_recur_is_none(char separator)
    {
        var text = string.Concat(Enumerable.Range(1, 60).Select(i => $"{i}{separator}{(i % 4 == 0 ? "NOT SPECIFIED" : "WHITE")}\n"));
        Assert.Null(RecordFile.EndOf(text));
    }

    [Fact]
    public void A_table_whose_quoted_words_hold_commas_is_none()
    {
        var text = string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},2024-01-02 06:00,\"{(i % 3 == 0 ? "Creatinine, Serum" : "Age")}\",{i},{(i % 3 == 0 ? "mg" : "years")}\n"));
        Assert.Null(RecordFile.EndOf(text));
    }

    [Fact]
    public void Broken_lines_at_even_distances_are_no_ends_of_records()
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(i => i % 6 == 5 ? "only\ttwo\r\n" : $"{i}\t\"ward {i % 4}\"\t4,{i % 7}\tplain\t2021-03-{10 + (i % 19)}\r\n"));

        Assert.Equal(('\t', 5), (CsvSniffer.Sniff($"id\tward\tlevel\tnote\tday\r\n{text}", cut: false)!.Delimiter, CsvSniffer.Sniff($"id\tward\tlevel\tnote\tday\r\n{text}", cut: false)!.Columns));
    }
}

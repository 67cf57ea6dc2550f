using System.Text.RegularExpressions;

namespace Anamnesis.Reports;

/// <summary>What holds for the Markdown report of every examination.</summary>
[Collection(nameof(Examined))]
public sealed class MarkdownReportLaws(Examined examined)
{
    public static TheoryData<string> Names => [.. Examined.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_of_a_table_has_as_many_cells_as_its_head(string name)
    {
        var lines = examined.Report("markdown", name).Split('\n');
        var tables = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith('|') || (i > 0 && lines[i - 1].StartsWith('|')))
            {
                continue;
            }

            tables++;
            Assert.Equal(string.Empty, lines[i - 1]);
            Assert.Matches(@"^\|(-{2,}[-:]\|)+$", lines[i + 1]);
            Assert.All(lines.Skip(i).TakeWhile(line => line.StartsWith('|')), line => Assert.Equal(Cells(lines[i]), Cells(line)));
        }

        Assert.True(tables >= 7, $"{tables} tables");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_of_columns_cannot_break_it(string name) =>
        Assert.DoesNotMatch(@"<(?!!--)[a-zA-Z/]|[\x00-\x08\x0b-\x1f]", examined.Report("markdown", name));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_tells_everything_that_was_found_asked_and_left_out(string name)
    {
        var (text, examination) = (examined.Report("markdown", name), examined.Of(name));
        Assert.All(examination.Diagnoses, diagnosis => Assert.Contains($"`{diagnosis.Finding.Id}`", text, StringComparison.Ordinal));
        Assert.Equal(examination.Questions.Count, Regex.Count(text, @"\*\(I don't know\. Who would know\?\)\*"));
        Assert.Contains("## Not checked", text, StringComparison.Ordinal);
    }

    static int Cells(string line) => Regex.Count(line, @"(?<!\\)\|");
}

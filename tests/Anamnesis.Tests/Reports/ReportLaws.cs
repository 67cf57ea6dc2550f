using System.Text.RegularExpressions;

namespace Anamnesis.Reports;

/// <summary>What holds for every report of every examination: nothing of a person is in it, and it says what it counts.</summary>
[Collection(nameof(Examined))]
public sealed class ReportLaws(Examined examined)
{
    public static TheoryData<string, string> All
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var report in Catalog.Of<IReport>().Select(report => report.Id).Append("terminal"))
            {
                foreach (var name in Examined.Names)
                {
                    rows.Add(report, name);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_identifier_and_no_free_text_is_in_it(string report, string name) => Assert.Empty(examined.Leaked(name, examined.Report(report, name)));

    [Theory]
    [MemberData(nameof(All))]
    public void It_says_in_a_sentence_what_leaves_the_machine(string report, string name)
    {
        Assert.Contains("Nothing left this machine.", Flat(examined.Report(report, name)), StringComparison.Ordinal);
        Assert.Contains("--show-values", Flat(examined.Report(report, name, new Rendering { ShowValues = true })), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_states_count_and_denominator_of_every_finding_it_shows(string report, string name)
    {
        var text = Flat(examined.Report(report, name));
        foreach (var finding in examined.Of(name).Diagnoses.Select(diagnosis => diagnosis.Finding).Where(finding => text.Contains(report == "terminal" ? $"{finding.Id} {finding.Kind} in" : finding.Id, StringComparison.Ordinal))) // a screen names those of a common cause, too
        {
            var stated = report == "json" ? $"\"count\": {finding.Count}, \"denominator\": {finding.Denominator}," : $"{finding.Count:N0} of {finding.Denominator:N0}";
            Assert.Contains(stated, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_report_is_the_same_twice() =>
        Assert.All(Catalog.Of<IReport>(), report => Assert.Equal(report.Render(examined.Of("demo"), new Rendering()), report.Render(examined.Of("demo"), new Rendering())));

    [Theory]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("markdown")]
    public void Its_size_grows_with_columns_and_not_with_rows(string report)
    {
        var (small, large) = (examined.Report(report, Examined.Small).Length, examined.Report(report, Examined.Large).Length);
        Assert.True(large < 1.5 * small, $"{small} letters for 250 patients, {large} for 1,500");
    }

    static string Flat(string text) => Regex.Replace(text, @"\s+", " ");
}

using System.Text.Json.Nodes;
using System.Xml.Linq;
using Anamnesis.Knowledge;
using Anamnesis.Questions.Linting;

namespace Anamnesis.Reports.Sheets;

/// <summary>What holds for the sheets of every examination.</summary>
[Collection(nameof(Examined))]
public sealed class SheetLaws(Examined examined)
{
    const int AsItStands = 85;

    public static TheoryData<string> Names => [.. Examined.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_question_is_on_one_page_of_its_role_and_no_page_has_more_than_seven(string name)
    {
        var (examination, sheets) = (examined.Of(name), Sheet.Of(examined.Of(name), new Rendering()));
        Assert.Equal(examination.Questions.Count, sheets.Sum(sheet => sheet.Pages.Sum(page => page.Count)));
        Assert.All(sheets, sheet => Assert.All(sheet.Pages, page => Assert.InRange(page.Count, 1, Sheet.MostQuestions)));
        Assert.All(sheets, sheet => Assert.Equal(sheet.Pages.SelectMany(page => page).Select(question => question.Gain).OrderDescending(), sheet.Pages.SelectMany(page => page).Select(question => question.Gain)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_of_a_person_is_on_it_and_what_leaves_is_said(string name)
    {
        var sheets = Sheet.Of(examined.Of(name), new Rendering());
        string[] texts = [SheetHtml.Of(sheets, new Rendering()), SheetText.Markdown(sheets, new Rendering()), SheetText.Json(sheets)];
        Assert.All(texts, text => Assert.Empty(examined.Leaked(name, text)));
        Assert.All(texts.Take(2).Where(_ => sheets.Count > 0), text => Assert.Contains("suppressed", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_to_print_is_well_formed_has_space_to_answer_and_a_way_out(string name)
    {
        var sheets = Sheet.Of(examined.Of(name), new Rendering());
        var html = SheetHtml.Of(sheets, new Rendering());
        var page = XDocument.Parse(html[(html.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        var questions = sheets.Sum(sheet => sheet.Pages.Sum(one => one.Count));
        Assert.Equal(questions, page.Descendants("li").Count());
        Assert.Equal(questions, page.Descendants("div").Count(div => (string?)div.Attribute("class") == "answer"));
        Assert.Equal(questions, html.Split("Who would know?").Length - 1);
        Assert.Empty(page.Descendants("script"));
    }

    [Fact]
    public void One_role_gets_one_sheet_also_where_nothing_is_asked() => Assert.All(Respondents.All, role =>
    {
        var sheet = Assert.Single(Sheet.Of(examined.Of("demo"), new Rendering(), role.Id));
        Assert.Equal(role, sheet.Role);
        var text = SheetText.Markdown([sheet], new Rendering());
        Assert.Contains($"# For the {role.Name}", text, StringComparison.Ordinal);
        Assert.True(sheet.Pages.Count > 0 || text.Contains("nothing", StringComparison.Ordinal));
    });

    [Fact]
    public void A_program_can_read_it()
    {
        var sheets = Sheet.Of(examined.Of("demo"), new Rendering());
        var read = JsonNode.Parse(SheetText.Json(sheets))!; // written by us
        Assert.Equal(SheetText.Schema, (string?)read["schema"]);
        Assert.Equal(sheets.Count, read["sheets"]!.AsArray().Count); // as above
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_generated_question_can_be_asked_as_it_stands(string name) => Assert.All(Sheet.Of(examined.Of(name), new Rendering()), sheet =>
        Assert.All(sheet.Pages.SelectMany(page => page), question =>
        {
            var linted = Linter.Lint(question.Whole, sheet.Role.Id, "data");
            Assert.True(linted.Score >= AsItStands, $"{linted.Score} {sheet.Role.Id}: {question.Whole} [{string.Join(", ", linted.Flaws.Select(flaw => flaw.Id))}] [{string.Join(", ", linted.Qualities)}]");
        }));

    [Fact]
    public void Every_page_asks_what_can_be_asked_as_it_stands() => Assert.All(Pages.All, page =>
    {
        var what = page.Respondent == "patient" ? "weight" : "creatinine"; // patients are asked about what they send themselves
        var asked = $"In 31% of the rows of “values” there is nothing for {what}. {page.Question.Replace("{what}", what, StringComparison.Ordinal)}";
        var linted = Linter.Lint(asked, page.Respondent, "data");
        Assert.True(linted.Score >= AsItStands, $"{linted.Score} {page.Id}: {page.Question} [{string.Join(", ", linted.Flaws.Select(flaw => flaw.Id))}] [{string.Join(", ", linted.Qualities)}]");
    });
}

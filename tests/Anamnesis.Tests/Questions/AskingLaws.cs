using System.Text.RegularExpressions;
using Anamnesis.Findings;
using Anamnesis.Knowledge;
using Anamnesis.Reports;

namespace Anamnesis.Questions;

/// <summary>What holds for every question of every examination.</summary>
[Collection(nameof(Examined))]
public sealed partial class AskingLaws(Examined examined)
{
    static readonly string[] Leading = ["because", "error", "wrong", "mistake", "correct?", "right?", "isn't", "don't you", "artefact", "messy", "sloppy"];

    public static TheoryData<string> Names => [.. Examined.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void There_is_at_most_one_number_in_it(string name) => Assert.All(examined.Of(name).Questions, question =>
        Assert.True(Number().Count(Quoted().Replace($"{question.Evidence} {question.Text}", "it")) <= 1, $"{question.Evidence} {question.Text}"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Nobody_is_asked_the_same_twice_though_it_was_seen_in_two_tables(string name)
    {
        var (told, profile) = (examined.Of(name).Diagnoses, examined.Of(name).Profile);
        var asked = Asking.For([.. told, .. told.Select(diagnosis => diagnosis with { Finding = diagnosis.Finding with { Table = $"{diagnosis.Finding.Table} of another ward" } })], profile);
        Assert.Distinct(asked.Select(question => (question.Role, question.Text)));
        Assert.Equal(asked.Select(question => question.Gain).OrderDescending(), asked.Select(question => question.Gain));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_gives_no_hypothesis_away(string name) => Assert.All(examined.Of(name).Questions, question =>
    {
        var asked = Quoted().Replace($"{question.Evidence} {question.Text}", "it");
        Assert.All(question.Mechanisms, mechanism => Assert.DoesNotContain(mechanism.Replace('-', ' '), asked, StringComparison.OrdinalIgnoreCase));
        Assert.All(question.Mechanisms, mechanism => Assert.DoesNotContain(Pages.Find(mechanism)!.Name, asked, StringComparison.OrdinalIgnoreCase)); // laws of reports: it has a page
        Assert.All(Leading, word => Assert.DoesNotContain(word, asked, StringComparison.OrdinalIgnoreCase));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_seen_is_told_alike_whatever_is_suspected(string name)
    {
        var told = from question in examined.Of(name).Questions where question.Findings.Count == 1 group question.Evidence by question.Findings[0];
        Assert.All(told, one => Assert.Single(one.Distinct()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_goes_to_the_respondent_of_the_page_and_asks_something(string name) => Assert.All(examined.Of(name).Questions, question =>
    {
        Assert.All(question.Mechanisms, mechanism => Assert.Equal(Pages.Find(mechanism)?.Respondent, question.Role));
        Assert.Contains(question.Text, letter => letter == '?' || question.Text.EndsWith('.'));
        Assert.DoesNotContain('{', question.Evidence + question.Text);
        Assert.NotEmpty(question.Findings);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void What_changes_most_is_asked_first(string name)
    {
        var gains = examined.Of(name).Questions.Select(question => question.Gain).ToList();
        Assert.Equal(gains.OrderDescending(), gains);
        Assert.All(gains, gain => Assert.True(gain > 0));
    }

    [Fact]
    public void Every_kind_of_finding_can_be_told_in_a_sentence_with_at_most_one_number() => Assert.All(Catalog.Of<IFindingKind>(), kind =>
    {
        var sentence = Observations.Find(kind.Id);
        Assert.False(string.IsNullOrWhiteSpace(sentence), kind.Id);
        Assert.True(Blank().Count(sentence!) <= 1, sentence); // just seen
        Assert.All(Leading, word => Assert.DoesNotContain(word, sentence, StringComparison.OrdinalIgnoreCase));
    });

    [Fact]
    public void Every_page_asks_an_open_question_without_a_number() => Assert.All(Pages.All, page =>
    {
        Assert.DoesNotMatch(Number(), page.Question);
        Assert.NotNull(Respondents.Find(page.Respondent));
        Assert.All(Leading, word => Assert.DoesNotContain(word, page.Question, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch(@"^(Is|Are|Was|Were|Do|Does|Did|Has|Have|Isn't|Aren't)\b", page.Question);
    });

    [GeneratedRegex(@"(?<![\w])\d[\d,.]*")]
    private static partial Regex Number();

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{(share|rows|high|month)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Blank();
}

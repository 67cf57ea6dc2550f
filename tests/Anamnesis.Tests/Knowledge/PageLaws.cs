using System.Text.RegularExpressions;
using Anamnesis.Mechanisms;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Knowledge;

/// <summary>What holds for every page of the catalogue.</summary>
public sealed partial class PageLaws
{
    static readonly string[] Titles = ["Why", "Example", "If ignored", "Handling", "A good question", "A poor question"];

    static readonly HashSet<string> Catalogued = [.. Embedded.Text("catalogue.csv").Split('\n').Skip(1).Select(line => line.Split(',')[0])];

    static readonly HashSet<string> Cited = [.. ((YamlMappingNode)Embedded.Yaml(Embedded.Text("references.yaml"))).Children.Keys.Select(key => ((YamlScalarNode)key).Value ?? string.Empty)];

    public static TheoryData<string> Ids => [.. Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id).Union(Pages.All.Select(page => page.Id))];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Mechanism_and_page_belong_together(string id)
    {
        var built = Catalog.Of<IMechanism>().Single(mechanism => mechanism.Id == id);
        Assert.Equal(Of(id).Family, built.GetType().Namespace?.Split('.')[^1].ToLowerInvariant());
        Assert.Contains(id, Catalogued);
        Assert.NotNull(Traces.Find(id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_complete(string id)
    {
        var page = Of(id);
        Assert.Equal(Titles, page.Sections.Select(section => section.Title));
        Assert.All(page.Sections, section => Assert.True(section.Text.Length >= 15, section.Title));
        Assert.All((string[])[page.Name, page.Settles, page.Question], text => Assert.True(text.Length >= 10, text));
        Assert.NotEmpty(page.ArisesAt);
        Assert.Contains(page.Verdict, (string[])["reality", "artefact", "error", "deid", "unclear"]);
        Assert.Contains(page.Absence, (string?[])[null, "not-indicated", "not-done", "not-recorded", "not-delivered"]);
        Assert.Equal(page.Family == "missingness", page.Absence is not null);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_rivals_references_and_respondent_exist(string id)
    {
        var page = Of(id);
        Assert.NotEmpty(page.Rivals);
        Assert.All(page.Rivals, rival => Assert.True(rival.Id.StartsWith("other:", StringComparison.Ordinal) || (Catalogued.Contains(rival.Id) && rival.Id != id), rival.Id));
        Assert.All(page.Rivals, rival => Assert.True(rival.TellsApart.Length >= 10, rival.Id));
        Assert.NotEmpty(page.References);
        Assert.Empty(page.References.Except(Cited));
        Assert.NotNull(Respondents.Find(page.Respondent));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_figure_is_an_illustration_or_has_a_source_that_was_read(string id)
    {
        var page = Of(id);
        Assert.All(page.Sections, section => Assert.DoesNotMatch(Unsourced(), section.Text));
        Assert.All(page.Sections.SelectMany(section => Source().Matches(section.Text)).SelectMany(match => match.Groups["keys"].Value.Split(';', ',')), key => Assert.Contains(key.Trim(), Cited));
        Assert.True(!page.Section("Example").Any(char.IsAsciiDigit) || page.Section("Example").StartsWith("For illustration", StringComparison.Ordinal));
    }

    [Fact]
    public void The_respondents_are_those_to_whom_questions_are_put()
    {
        var labelled = Role().Matches(File.ReadAllText(Shared.Path("knowledge/questions-labelled.yaml"))).Select(match => match.Groups["id"].Value).Distinct();
        Assert.Equal(labelled.Order(), Respondents.All.Select(respondent => respondent.Id).Order());
    }

    static Page Of(string id) => Pages.Find(id) ?? throw new InvalidOperationException($"{id} has no page.");

    [GeneratedRegex(@"memory|not verified|\bsrc\b|\(default\)|by default", RegexOptions.IgnoreCase)]
    private static partial Regex Unsourced();

    [GeneratedRegex(@"\[(?<keys>[A-Za-z_][\w-]*\d[^\]()]*)\](?!\()", RegexOptions.ExplicitCapture)]
    private static partial Regex Source();

    [GeneratedRegex(@"^ +role: (?<id>[\w-]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Role();
}

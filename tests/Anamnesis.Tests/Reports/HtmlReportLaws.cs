using System.Xml.Linq;

namespace Anamnesis.Reports;

/// <summary>What holds for the HTML report of every examination: it is whole in itself, and anybody can read it.</summary>
[Collection(nameof(Examined))]
public sealed class HtmlReportLaws(Examined examined)
{
    static readonly string[] Loading = ["src", "srcset", "data", "poster", "background", "action", "xlink:href"];

    public static TheoryData<string> Names => [.. Examined.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_well_formed_and_says_its_language(string name)
    {
        var text = examined.Report("html", name);
        Assert.StartsWith("<!doctype html>\n", text, StringComparison.Ordinal);
        var page = Page(name);
        Assert.Equal("en", page.Attribute("lang")?.Value);
        Assert.False(string.IsNullOrWhiteSpace(page.Descendants("title").First().Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_loads_nothing(string name)
    {
        var page = Page(name);
        Assert.DoesNotContain(page.Descendants(), node => node.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "embed" or "form" or "base");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => Loading.Contains(attribute.Name.LocalName) || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.Descendants("a"), link => Assert.StartsWith("#", link.Attribute("href")?.Value, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"url\(|@import|https?:|//", page.Descendants("style").Single().Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_link_has_its_target_and_every_id_is_one(string name)
    {
        var page = Page(name);
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(page.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], ids)); // every link has one, by the law above
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Headings_go_down_one_step_at_a_time(string name)
    {
        var levels = Page(name).Descendants().Select(node => node.Name.LocalName).Where(tag => tag is ['h', >= '1' and <= '6']).Select(tag => tag[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.Second} after h{pair.First}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_picture_is_told_in_words_and_has_a_caption(string name)
    {
        foreach (var svg in Page(name).Descendants("svg"))
        {
            Assert.Equal("img", svg.Attribute("role")?.Value);
            Assert.True(svg.Attribute("aria-label")?.Value.Length > 20);
            Assert.Contains(svg.Parent!.Elements("figcaption"), caption => caption.Value.Length > 5); // never the root
        }
    }

    [Fact]
    public void Pictures_are_there_where_looking_beats_reading() => Assert.True(Page("demo").Descendants("svg").Count() >= 6);

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_scrolls_or_opens_is_reached_by_keyboard(string name)
    {
        var page = Page(name);
        Assert.All(page.Descendants("table"), table => Assert.Equal(("0", "region"), (table.Parent!.Attribute("tabindex")?.Value, table.Parent.Attribute("role")?.Value))); // never the root
        Assert.All(page.Descendants("table"), table => Assert.False(string.IsNullOrWhiteSpace(table.Parent!.Attribute("aria-label")?.Value))); // never the root
        Assert.All(page.Descendants("details"), details => Assert.Equal("summary", details.Elements().First().Name.LocalName));
        Assert.All(page.Descendants("th"), cell => Assert.NotNull(cell.Attribute("scope")));
        Assert.Contains(page.Descendants("a"), link => link.Attribute("class")?.Value == "skip");
        Assert.Contains(":focus-visible", page.Descendants("style").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_rules_for_dark_screens_for_phones_and_for_paper() =>
        Assert.All((string[])["(prefers-color-scheme: dark)", "@media print", "(max-width: 40rem)"], rule => Assert.Contains(rule, Page("demo").Descendants("style").Single().Value, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_finding_is_in_it_with_its_verdict(string name)
    {
        var page = Page(name);
        Assert.All(examined.Of(name).Diagnoses, diagnosis => Assert.Contains(
            Words.Meaning(diagnosis.Verdict), page.Descendants().Single(node => node.Attribute("id")?.Value == "f-" + diagnosis.Finding.Id).Value, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_question_offers_that_one_does_not_know(string name) =>
        Assert.All(Page(name).Descendants("section").Where(section => section.Attribute("class")?.Value == "sheet").Descendants("li"), question => Assert.Contains("I don't know. Who would know?", question.Value, StringComparison.Ordinal));

    XElement Page(string name) => XDocument.Parse(examined.Report("html", name).Split('\n', 2)[1]).Root!; // parsed, so there is one
}

using Anamnesis.Knowledge;

namespace Anamnesis.Questions.Interviews;

/// <summary>A broken scenario is refused with the line and the field.</summary>
public sealed class ScenarioFileTests
{
    const string Whole = """
        id: x
        title: What?
        kind: data
        brief: So.
        persona: {name: A, role: ward-nurse, about: b}
        topics:
          t: {name: n, words: one two, yes-no: "Yes."}
        facts:
        - {id: F1, topic: t, level: 2, prior: 0.5, text: x, gist: y, ask: z}

        """;

    [Fact]
    public void A_whole_one_is_read() => Assert.Equal("F1", Assert.Single(ScenarioFile.Parse("x.yaml", Whole).Facts).Id);

    [Fact]
    public void Every_one_of_ours_is_read_again_from_its_text() =>
        Assert.All(Embedded.Names("scenarios"), name => Assert.Equal(Path.GetFileNameWithoutExtension(name), ScenarioFile.Parse(name, Embedded.Text(name)).Id));

    [Theory]
    [InlineData("kind: data", "kind: date", "line 3: kind 'date' is not known. Nearest: data")]
    [InlineData("kind: data", "kind: need", "line 1: 'track' is missing")]
    [InlineData("brief: So.", "breif: So.", "line 4: 'breif' is not known. Did you mean 'brief'?")]
    [InlineData("role: ward-nurse", "role: nurze", "line 5: role 'nurze' is not known. Nearest: ")]
    [InlineData("role: ward-nurse, about: b", "role: ward-nurse", "line 5: 'about' is missing")]
    [InlineData("level: 2", "level: 6", "line 9: level is '6'. Expected a number from 1 to 5")]
    [InlineData("level: 2", "level: 2.5", "line 9: level is '2.5'. Expected a whole number")]
    [InlineData("prior: 0.5", "prior: 1", "line 9: prior is '1'. Expected a number from 0.001 to 0.999")]
    [InlineData("topic: t,", "topic: u,", "line 9: topic 'u' of fact F1 is not known. Nearest: t")]
    [InlineData("id: F1,", "id: F1, requires: F1,", "line 9: requires 'F1' of fact F1 leads to no fact")]
    [InlineData("id: F1,", "id: F1, requires: F9,", "line 9: requires 'F9' of fact F1 leads to no fact")]
    [InlineData("title: What?", "title: What?\nreplies: {bleme: no}", "line 3: there is no rule 'bleme'. Nearest: blame")]
    [InlineData("facts:", "facts: none", "line 8: facts: expected a list")]
    [InlineData("title: What?", "title: [a, b]", "line 2: title: expected one text")]
    [InlineData("id: x", "id: x: y", "this is no YAML")]
    public void A_broken_one_names_the_line_and_the_field(string what, string by, string says)
    {
        var broken = Whole.Replace(what, by, StringComparison.Ordinal);
        var text = by == "facts: none" ? broken[..broken.IndexOf("- {id", StringComparison.Ordinal)] : broken;
        var refused = Assert.Throws<AnamnesisException>(() => ScenarioFile.Parse("x.yaml", text)).Message;
        Assert.Contains("'x.yaml'", refused, StringComparison.Ordinal);
        Assert.Contains(says, refused, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_one_says_what_belongs_into_it() => Assert.Contains("Expected a scenario", Assert.Throws<AnamnesisException>(() => ScenarioFile.Parse("x.yaml", string.Empty)).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_facts_of_one_id_are_refused() => Assert.Contains("two facts 'F1'", Assert.Throws<AnamnesisException>(() =>
        ScenarioFile.Parse("x.yaml", Whole + "- {id: F1, topic: t, level: 2, prior: 0.5, text: x, gist: y, ask: z}\n")).Message, StringComparison.Ordinal);
}

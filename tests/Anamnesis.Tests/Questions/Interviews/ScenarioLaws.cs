using Anamnesis.Knowledge;
using Anamnesis.Questions.Linting;

namespace Anamnesis.Questions.Interviews;

/// <summary>What holds for every scenario, also for the next one.</summary>
public sealed class ScenarioLaws
{
    const int Gap = 10;

    public static TheoryData<string> Names => Transcripts.Scenarios;

    [Fact]
    public void All_roles_and_all_tracks_can_be_practised()
    {
        Assert.True(Scenarios.All.Count >= 12);
        Assert.Equal(Respondents.All.Select(role => role.Id).Order(StringComparer.Ordinal), Scenarios.All.Select(scenario => scenario.Persona.Role).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(["analysis", "equipment", "facility", "patients"], Scenarios.All.Select(scenario => scenario.Track).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(Scenarios.All, scenario => Assert.Contains(scenario.Facts, fact => fact.Level >= 4));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_better_the_questions_the_higher_the_score_with_clear_gaps(string name)
    {
        var totals = Transcripts.Levels.Select(level => Transcripts.Of(name, level).Replay(Scenarios.Find(name)).Marks.Total).ToList();
        Assert.All(totals.Zip(totals.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Gap, string.Join(" ", totals)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_fact_is_reached_by_the_question_that_stands_with_it(string name)
    {
        var scenario = Scenarios.Find(name);
        Assert.All(scenario.Facts, fact =>
        {
            var talk = new Interview(scenario with { Persona = scenario.Persona with { Talkative = 0.5 } });
            talk.Ask("Thank you for making time. I am from the data team, I have ten minutes, and I want to understand this before I draw any conclusion.");
            foreach (var step in Way(scenario, fact))
            {
                talk.Ask(step.Ask);
            }

            Assert.True(talk.Turns.Any(turn => turn.Fact == fact), $"{fact.Id}: {talk.Turns[^1].Rule}, {talk.Turns[^1].Topic}, depth {talk.Turns[^1].Depth}; {string.Join(", ", talk.Turns[^1].Linted.Flaws.Select(flaw => flaw.Id))}");
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_expert_finds_nearly_all_that_matters_and_believes_nothing_untrue(string name)
    {
        var debrief = Transcripts.Of(name, "expert").Replay(Scenarios.Find(name));
        var keys = debrief.Talk.Scenario.Facts.Where(fact => fact.Key).ToList();
        Assert.True(keys.Count(fact => debrief.Told.Contains(fact.Id)) >= 0.8 * keys.Count, string.Join(" ", debrief.Told));
        Assert.Empty(debrief.Talk.Beliefs);
        Assert.Null(debrief.Talk.Broken);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bad_talk_finds_nothing_and_plants_something(string name)
    {
        var debrief = Transcripts.Of(name, "bad").Replay(Scenarios.Find(name));
        Assert.True(debrief.Told.Count == 0, string.Join(" | ", debrief.Talk.Turns.Select(turn => $"{turn.Text} [{turn.Rule} {turn.Fact?.Id}]")));
        Assert.True(debrief.Talk.Scenario.Persona.Agreeable < 0.5 || debrief.Talk.Turns.Any(turn => turn.Planted.Count > 0), string.Join(" | ", debrief.Talk.Turns.Select(turn => $"{turn.Text} [{turn.Rule} {string.Join(",", turn.Linted.Flaws.Select(flaw => flaw.Id))}]")));
        Assert.True(debrief.Marks.Total < 30);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_question_that_stands_with_a_fact_can_be_asked_as_it_stands(string name)
    {
        var scenario = Scenarios.Find(name);
        Assert.All(scenario.Facts.Where(fact => fact.Topic != "others"), fact => Assert.True(Linter.Lint(fact.Ask, scenario.Persona.Role, scenario.Kind) is { IsGood: true } linted && linted.Shows("open"), $"{fact.Id}: {fact.Ask}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hook_stands_in_its_answer_and_a_belief_has_its_truth(string name)
    {
        var scenario = Scenarios.Find(name);
        Assert.All(scenario.Facts.Where(fact => fact.Hook is not null), fact => Assert.True(Stems.Of(fact.Hook!).All(Stems.Of(fact.Text).Contains), $"{fact.Id}: {fact.Hook}")); // just seen
        Assert.All(scenario.Facts, fact => Assert.True(Stems.Of(fact.Gist).Count(Stems.Of(fact.Text + " " + fact.Ask).Contains) * 2 >= Stems.Of(fact.Gist).Count, $"{fact.Id}: {fact.Gist}"));
        Assert.True(scenario.Beliefs.Count >= 2);
        Assert.NotNull(scenario.Topic("others"));
        Assert.All(scenario.Topics, topic => Assert.Contains(scenario.Facts, fact => fact.Topic == topic.Id || topic.Id == "clinical"));
    }

    static IEnumerable<Fact> Way(Scenario scenario, Fact fact)
    {
        List<Fact> way = [fact];
        while (way[0].Requires is { } before)
        {
            way.Insert(0, scenario.Fact(before)!); // read: what is required is there
        }

        return way;
    }
}

using Anamnesis.Questions.Linting;

namespace Anamnesis.Questions.Interviews;

/// <summary>What holds for the ways to go on that beginners choose among.</summary>
public sealed class ChoicesLaws
{
    const int Turns = 9;
    const int Gap = 30; // points

    public static TheoryData<string> Names => Transcripts.Scenarios;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_good_way_each_time_beats_any_of_the_others(string name)
    {
        var scenario = Scenarios.Find(name);
        var best = Played(scenario, talk => Choices.Best(talk));
        var poor = Played(scenario, talk => Choices.Of(talk).First(choice => choice != Choices.Best(talk)));
        Assert.True(best.Marks.Total >= poor.Marks.Total + Gap, $"{best.Marks.Total} and {poor.Marks.Total}");
        Assert.True(best.Told.Count >= Turns / 2);
        Assert.DoesNotContain(poor.Told, id => scenario.Fact(id)!.Level > 1); // a fact of the scenario
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void There_is_one_good_way_among_different_ones_and_its_place_follows_from_talk_and_seed(string name)
    {
        var places = new HashSet<int>();
        for (var seed = 1; seed <= 12; seed++)
        {
            var talk = new Interview(Scenarios.Find(name), seed);
            talk.Ask(Choices.Best(talk));
            var choices = Choices.Of(talk);
            Assert.Equal(choices, Choices.Of(talk));
            Assert.Equal(choices.Count, choices.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(choices.Max(Score), Score(Choices.Best(talk)));
            Assert.True(Score(Choices.Best(talk)) >= 70, Choices.Best(talk));
            places.Add(choices.ToList().IndexOf(Choices.Best(talk)));
        }

        Assert.True(places.Count > 1);

        int Score(string text) => Linter.Lint(text, Scenarios.Find(name).Persona.Role, Scenarios.Find(name).Kind).Score ?? 0;
    }

    static Debrief Played(Scenario scenario, Func<Interview, string> chosen)
    {
        var talk = new Interview(scenario);
        for (var turn = 0; turn < Turns && !talk.IsOver; turn++)
        {
            talk.Ask(chosen(talk));
        }

        return Debrief.Of(talk, []);
    }
}

using Anamnesis.Cli;
using Anamnesis.Knowledge;
using Anamnesis.Questions.Interviews;
using Anamnesis.Simulation.Levers;

namespace Anamnesis.Simulation.Interviews;

/// <summary>A simulated clinic is interviewed: what is told is true of that data set, and what is suggested wrongly is contradicted by it.</summary>
public sealed class ClinicInterviewTests(ClinicInterviewTests.Charted clinics) : IClassFixture<ClinicInterviewTests.Charted>
{
    const string Levers = "begin: clean\nlevers:\n  paper-charts: {ward: N-internal}\n  typing: 0.8\n";

    static readonly Respondent Nurse = Respondents.Find("ward-nurse")!; // a role of the file

    [Fact]
    public void The_nurse_knows_what_acted_on_her_work_and_nothing_else()
    {
        var scenario = ClinicScenario.Of(clinics.Charts, Nurse);
        Assert.Contains(scenario.Facts, fact => fact.Id == "paper-only-result");
        Assert.Contains(scenario.Facts, fact => fact.Id == "keying-error");
        Assert.DoesNotContain(scenario.Facts, fact => fact.Id == "carried-forward-value");
        Assert.All(scenario.Facts.Where(fact => fact.Id != "others"), fact => Assert.Equal("ward-nurse", Pages.Find(fact.Topic)?.Respondent));
    }

    [Fact]
    public void She_says_where_it_is_so()
    {
        var where = ClinicScenario.Of(clinics.Charts, Nurse).Facts.Single(fact => fact.Id == "paper-only-result-where").Text;
        Assert.Contains("N-internal", where, StringComparison.Ordinal);
        Assert.Contains("everywhere", ClinicScenario.Of(clinics.Charts, Nurse).Facts.Single(fact => fact.Id == "keying-error-where").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Asked_openly_she_tells_it()
    {
        var talk = new Interview(ClinicScenario.Of(clinics.Charts, Nurse));
        talk.Ask("Thank you for making time. I am from the data team, I have ten minutes, and I want to understand these data before I draw any conclusion.");
        foreach (var fact in talk.Scenario.Facts.Where(fact => fact is { Level: 2, Requires: null }))
        {
            talk.Ask(fact.Ask);
        }

        Assert.True(talk.Turns.Count(turn => turn.Fact is not null) >= 2, string.Join(" | ", talk.Turns.Select(turn => $"{turn.Text} [{turn.Rule} {turn.Topic}]")));
    }

    [Theory]
    [InlineData("The values were copied forward from the day before, right?", "carried-forward-value")]
    [InlineData("I assume it all stays on paper at South, correct?", "paper-only-result@South")]
    public void A_leading_question_plants_what_the_data_contradict(string question, string belief)
    {
        var talk = new Interview(ClinicScenario.Of(clinics.Charts, Nurse));
        Assert.Null(talk.Ask(question)?.Fact);
        Assert.Contains(belief, talk.Beliefs);
        var truth = talk.Scenario.Beliefs.Single(one => one.Id == belief).Truth;
        Assert.True(truth.Contains("no cell was changed", StringComparison.Ordinal) || truth.Contains("not at South", StringComparison.Ordinal), truth);
    }

    [Fact]
    public void Where_nothing_depends_on_a_role_it_is_said_who_knows_something()
    {
        var refused = Assert.Throws<AnamnesisException>(() => ClinicScenario.Of(clinics.Charts, Respondents.Find("patient")!)).Message; // a role of the file
        Assert.Contains("nothing depends on what the patient knows", refused, StringComparison.Ordinal);
        Assert.Contains("ward-nurse", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_line_asks_a_clinic_by_plain_words_of_a_role_and_can_look_back()
    {
        using var folder = new TempFolder();
        var (script, file) = (folder.File("turns.txt", "How is weight taken and written down on this ward?\n"), folder.At("interview.json"));
        var run = CommandLine.RunAt(100, "ask", "interview", clinics.Charts, "--role", "nurse", "--script", script, "--out", file);
        Assert.Equal((0, string.Empty), (run.Exit, run.Error));
        Assert.Equal(run.Out, CommandLine.RunAt(100, "ask", "debrief", file).Out);
        var unknown = CommandLine.RunAt(100, "ask", "interview", clinics.Charts, "--role", "nurze");
        Assert.Equal(2, unknown.Exit);
        Assert.Contains("nurse", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_suspicion_is_about_a_mechanism_of_the_catalogue() =>
        Assert.All(Suspicions.All.Keys, id => Assert.Contains(Embedded.Text("catalogue.csv").Split('\n'), line => line.StartsWith(id + ",", StringComparison.Ordinal)));

    /// <summary>A clinic with paper charts on one ward and typing errors everywhere.</summary>
    public sealed class Charted : IDisposable
    {
        readonly TempFolder _folder = new();

        /// <summary>Writes it.</summary>
        public Charted()
        {
            var plan = ClinicPlan.Read("300", "2018-2020", "3");
            Charts = _folder.At("charts");
            ClinicFolder.Write(plan with { Levers = ClinicProcess.Read(_folder.File("clinic.yaml", Levers), plan) }, new ClinicWriting(Charts), null, TestContext.Current.CancellationToken);
        }

        /// <summary>Its folder.</summary>
        public string Charts { get; }

        /// <inheritdoc/>
        public void Dispose() => _folder.Dispose();
    }
}

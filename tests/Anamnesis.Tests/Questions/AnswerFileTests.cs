using Anamnesis.Cli;
using Anamnesis.Examinations;
using Anamnesis.Mechanisms;
using Anamnesis.Reports;

namespace Anamnesis.Questions;

public sealed class AnswerFileTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_a_person_said_is_read()
    {
        var answer = Assert.Single(Read("answers:\n- finding: abc\n  confirms: unit-mixture\n  rules-out: [keying-error, true-extreme]\n  says: \"two: laboratories\"\n  role: lab-diagnostician\n  date: 2026-11-24\n  certainty: 2\n  document: minutes\n"));
        Assert.Equal(("abc", "unit-mixture", "two: laboratories", "lab-diagnostician", new DateOnly(2026, 11, 24), 2, "minutes"), (answer.Finding, answer.Mechanism, answer.Says, answer.Role, answer.Date, answer.Certainty, answer.Document));
        Assert.Equal(["keying-error", "true-extreme"], answer.RulesOut);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("answers:\n")]
    [InlineData("answers: []\n")]
    public void An_empty_book_holds_no_answers(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData(1, "answers", "- finding: abc\n")]
    [InlineData(1, "answers", "just text\n")]
    [InlineData(1, "answers", "answer:\n- finding: abc\n")]
    [InlineData(2, "finding: …", "answers:\n- abc\n")]
    [InlineData(2, "'says' is missing", "answers:\n- finding: abc\n  role: hospital-it\n")]
    [InlineData(2, "'role' is missing", "answers:\n- finding: abc\n  says: x\n")]
    [InlineData(3, "'finding' is missing", "answers:\n\n- says: x\n  role: hospital-it\n")]
    [InlineData(4, "role 'hospital-itt'", "answers:\n- finding: abc\n  says: x\n  role: hospital-itt\n")]
    [InlineData(5, "date '24.11.2026'", "answers:\n- finding: abc\n  says: x\n  role: hospital-it\n  date: 24.11.2026\n")]
    [InlineData(5, "certainty 'sure'", "answers:\n- finding: abc\n  says: x\n  role: hospital-it\n  certainty: sure\n")]
    [InlineData(5, "certainty '4'", "answers:\n- finding: abc\n  says: x\n  role: hospital-it\n  certainty: 4\n")]
    [InlineData(5, "confirms: there is no mechanism 'unit-mixtures'", "answers:\n- finding: abc\n  says: x\n  role: hospital-it\n  confirms: unit-mixtures\n")]
    [InlineData(5, "rules-out: there is no mechanism 'typo'", "answers:\n- finding: abc\n  says: x\n  role: hospital-it\n  rules-out: typo\n")]
    [InlineData(5, "rules-out: expected a list", "answers:\n- finding: abc\n  says: x\n  role: hospital-it\n  rules-out: {a: b}\n")]
    [InlineData(3, "says: expected one text", "answers:\n- finding: abc\n  says: [x, y]\n  role: hospital-it\n")]
    [InlineData(4, "Did you mean 'confirms'?", "answers:\n- finding: abc\n  says: x\n  confirm: unit-mixture\n  role: hospital-it\n")]
    [InlineData(3, "no YAML", "answers:\n- finding: abc\n   says: x: y\n")]
    public void A_broken_book_names_the_line_and_the_field(int line, string says, string text)
    {
        var refused = Assert.Throws<AnamnesisException>(() => Read(text)).Message;
        Assert.Contains("answers.yaml'", refused, StringComparison.Ordinal);
        Assert.Contains($"line {line}:", refused, StringComparison.Ordinal);
        Assert.Contains(says, refused, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_re_ranks_is_told_with_person_and_day_and_is_not_asked_again()
    {
        _folder.File("set/c.csv", "patient_id,age,troponin\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{i},{40 + (i * 7 % 45)},{(i % 5 != 0 ? string.Empty : $"{3 + (i * 13 % 300)}")}\n")));
        var before = Examiner.Examine(_folder.At("set"));
        var asked = before.Diagnoses.First(diagnosis => before.Questions.Any(question => question.Findings.Contains(diagnosis.Finding.Id)));
        var other = asked.Differential.Last(candidate => candidate.Mechanism != Differential.SomethingElse);
        _folder.File("set/answers.yaml", $"answers:\n- finding: {asked.Finding.Id}\n  confirms: {other.Mechanism}\n  says: the form begins with it\n  role: ward-nurse\n  date: 2026-11-20\n  certainty: 3\n- finding: ffffffffff\n  says: gone\n  role: manager\n");
        var after = Examiner.Examine(_folder.At("set"));
        var answered = after.Diagnoses.Single(diagnosis => diagnosis.Finding.Id == asked.Finding.Id);
        Assert.True(answered.Differential.Single(candidate => candidate.Mechanism == other.Mechanism).Probability > other.Probability);
        Assert.DoesNotContain(after.Questions, question => question.Findings.Contains(asked.Finding.Id));
        Assert.Contains(after.NotChecked, line => line.Contains("ffffffffff", StringComparison.Ordinal) && line.Contains("manager", StringComparison.Ordinal));
        foreach (var report in Catalog.Of<IReport>())
        {
            var text = report.Render(after, new Rendering());
            Assert.All((string[])["ward-nurse", "2026-11-20", "the form begins with it"], said => Assert.Contains(said, text, StringComparison.Ordinal));
        }

        using var terminal = new StringWriter();
        TerminalReport.Print(new Terminal(terminal, terminal) { Width = 200 }, after, new Rendering());
        Assert.All((string[])["ward-nurse", "2026-11-20", "the form begins with it"], said => Assert.Contains(said, terminal.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void When_all_that_was_asked_is_answered_nothing_is_asked_and_the_use_for_patients_is_no_longer_unready()
    {
        var file = _folder.File("set/vitals.csv", "patient_id,site,age,crp,sbp\n" + string.Concat(Enumerable.Range(0, 500).Select(i =>
            $"{i},{(i % 3 == 0 ? "North" : "River")},{40 + (i * 7 % 45)},{(i % 3 == 0 ? string.Empty : $"{3 + (i * 13 % 97)}")},{(i % 5 < 3 ? 100 + (10 * (i % 7)) : 95 + (i * 11 % 67))}\n")));
        var before = Examiner.Examine(file);
        Assert.NotEmpty(before.Questions);
        _folder.File("set/answers.yaml", "answers:\n" + string.Concat(before.Diagnoses.Select(diagnosis =>
            $"- finding: {diagnosis.Finding.Id}\n  confirms: {diagnosis.Differential.First(candidate => candidate.Mechanism != Differential.SomethingElse).Mechanism}\n  says: yes, that is how it is done here\n  role: ward-nurse\n  certainty: 3\n")));
        var after = Examiner.Examine(file);
        Assert.Empty(after.Questions);
        Assert.All(after.Diagnoses, diagnosis => Assert.True(diagnosis.Likely is not null && diagnosis.Verdict == diagnosis.Likely.Verdict && diagnosis.Answers.Count == 1));
        Assert.Equal((1, 4), (Dialogue(before), Dialogue(after)));
        Assert.Equal(before.Diagnoses.Select(diagnosis => diagnosis.Finding.Id).Order(), after.Diagnoses.Select(diagnosis => diagnosis.Finding.Id).Order());
        Assert.True(after.Readiness.Single(fitness => fitness.Use == "patient-app").Level > before.Readiness.Single(fitness => fitness.Use == "patient-app").Level);
    }

    static int Dialogue(Examination examination) => examination.Readiness.SelectMany(fitness => fitness.Gates).First(gate => gate.Dimension == "documentation-and-dialogue").Level;

    IReadOnlyList<Answer> Read(string text) => AnswerBook.Read(_folder.File("answers.yaml", text));
}

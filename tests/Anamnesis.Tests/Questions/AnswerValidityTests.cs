using Anamnesis.Examinations;
using Anamnesis.Mechanisms;
using Anamnesis.Reports;

namespace Anamnesis.Questions;

/// <summary>Answers that hold for a time, contradict each other, or point to somebody else.</summary>
public sealed class AnswerValidityTests : IDisposable
{
    readonly TempFolder _folder = new();
    readonly Examination _before;
    readonly Diagnosis _asked;

    public AnswerValidityTests()
    {
        _folder.File("set/c.csv", "patient_id,age,troponin\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{i},{40 + (i * 7 % 45)},{(i % 5 != 0 ? string.Empty : $"{3 + (i * 13 % 300)}")}\n")));
        _before = Examiner.Examine(_folder.At("set"));
        _asked = _before.Diagnoses.First(diagnosis => _before.Questions.Any(question => question.Findings.Contains(diagnosis.Finding.Id)));
    }

    public void Dispose() => _folder.Dispose();

    string First => _asked.Differential[0].Mechanism == Differential.SomethingElse ? _asked.Differential[1].Mechanism : _asked.Differential[0].Mechanism;

    string Other => _asked.Differential.Last(candidate => candidate.Mechanism != Differential.SomethingElse && candidate.Mechanism != First).Mechanism;

    [Fact]
    public void An_answer_that_has_run_out_is_not_used_and_the_question_is_asked_again()
    {
        var after = With($"  confirms: {Other}\n  says: so it was\n  role: ward-nurse\n  certainty: 3\n  valid-until: 2001-12-31\n");
        Assert.Equal(_asked.Differential.Select(candidate => candidate.Probability), Of(after).Differential.Select(candidate => candidate.Probability));
        Assert.Contains(after.Questions, question => question.Findings.Contains(_asked.Finding.Id));
        Assert.Contains(after.NotChecked, line => line.Contains("holds until 2001-12-31", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_within_its_time_settles_and_says_until_when()
    {
        var after = With($"  confirms: {Other}\n  says: so it is\n  role: ward-nurse\n  certainty: 3\n  valid-from: 2001-01-01\n  valid-until: 2999-12-31\n");
        Assert.DoesNotContain(after.Questions, question => question.Findings.Contains(_asked.Finding.Id));
        Assert.Contains("until 2999-12-31", Assert.Single(Of(after).Answers), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_people_who_contradict_each_other_are_shown_and_the_question_stays()
    {
        var after = With($"  confirms: {First}\n  says: it is that\n  role: ward-nurse\n  certainty: 2\n- finding: {_asked.Finding.Id}\n  rules-out: [{First}]\n  says: it is not\n  role: hospital-it\n  certainty: 2\n");
        Assert.False(Of(after).IsSettled);
        Assert.Contains(after.Questions, question => question.Findings.Contains(_asked.Finding.Id));
        Assert.All(Catalog.Of<IReport>(), report => Assert.Contains("contradict each other", report.Render(after, new Rendering()), StringComparison.Ordinal));
    }

    [Fact]
    public void Somebody_who_does_not_know_sends_the_question_on()
    {
        var after = With("  says: I do not know\n  role: ward-nurse\n  certainty: 0\n  ask-instead: pharmacist\n");
        Assert.False(Of(after).IsSettled);
        Assert.All(after.Questions.Where(question => question.Findings.Contains(_asked.Finding.Id)), question => Assert.Equal("pharmacist", question.Role));
        Assert.Contains(after.Questions, question => question.Findings.Contains(_asked.Finding.Id));
    }

    [Theory]
    [InlineData("  valid-until: soon\n", "valid-until 'soon' is no date")]
    [InlineData("  valid-from: 2026-02-01\n  valid-until: 2026-01-01\n", "lies before valid-from")]
    [InlineData("  ask-instead: nurze\n", "role 'nurze' is not known")]
    public void What_cannot_be_is_refused_with_its_line(string line, string says)
    {
        var refused = Assert.Throws<AnamnesisException>(() => AnswerBook.Read(_folder.File("answers.yaml", "answers:\n- finding: a\n  says: x\n  role: manager\n" + line))).Message;
        Assert.Contains(says, refused, StringComparison.Ordinal);
        Assert.Contains("line ", refused, StringComparison.Ordinal);
    }

    Examination With(string answer)
    {
        _folder.File("set/answers.yaml", $"answers:\n- finding: {_asked.Finding.Id}\n{answer}");
        return Examiner.Examine(_folder.At("set"));
    }

    Diagnosis Of(Examination examination) => examination.Diagnoses.Single(diagnosis => diagnosis.Finding.Id == _asked.Finding.Id);
}

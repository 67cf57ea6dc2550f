using System.Globalization;
using Anamnesis.Examinations;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using Anamnesis.Questions;

namespace Anamnesis.Reports.Sheets;

/// <summary>What to ask one person: questions of an examination in pages of seven, what the answer changes most first.</summary>
/// <param name="Role">The respondent.</param>
/// <param name="Address">What was examined.</param>
/// <param name="Day">When.</param>
/// <param name="Pages">The questions, at most seven a page.</param>
/// <param name="Answered">How many questions are settled by answers and not asked again.</param>
sealed record Sheet(Respondent Role, string Address, DateOnly Day, IReadOnlyList<IReadOnlyList<SheetQuestion>> Pages, int Answered)
{
    internal const int MostQuestions = 7; // a page

    const int MostPlaces = 5;

    /// <summary>The sheets of an examination, one for each role that is asked something, or for one role alone.</summary>
    internal static IReadOnlyList<Sheet> Of(Examination examination, Rendering rendering, string? role = null)
    {
        var shown = Discretion.Of(examination, rendering);
        var roles = role is null ? shown.Questions.Select(question => question.Role).Distinct(StringComparer.Ordinal) : [role];
        return [.. roles.Select(id => Of(shown, rendering, Respondents.All.First(respondent => respondent.Id == id)))];
    }

    static Sheet Of(Examination examination, Rendering rendering, Respondent role)
    {
        var questions = examination.Questions.Where(question => question.Role == role.Id).OrderByDescending(question => question.Gain).Select(question => Question(question, examination, rendering));
        return new Sheet(role, examination.Address, DateOnly.FromDateTime(examination.Started.UtcDateTime), [.. questions.Chunk(MostQuestions)], examination.Diagnoses.Count(diagnosis => diagnosis.Answers.Count > 0));
    }

    static SheetQuestion Question(Question question, Examination examination, Rendering rendering)
    {
        var diagnosis = examination.Diagnoses.FirstOrDefault(diagnosis => question.Findings.Contains(diagnosis.Finding.Id));
        return new SheetQuestion(
            question.Evidence,
            question.Text,
            question.Findings,
            question.Gain,
            diagnosis is null ? [] : Places(diagnosis, rendering),
            diagnosis is null ? string.Empty : Charts.Of(diagnosis, examination.Profile, rendering));
    }

    static IReadOnlyList<string> Places(Diagnosis diagnosis, Rendering rendering) => diagnosis.BySite.Count < 2 ? []
        : [.. Suppression.Groups(diagnosis.BySite, rendering).Take(MostPlaces).Select(group => group.Cell is { } cell ? string.Create(CultureInfo.InvariantCulture, $"{group.Group} {cell.Count:N0} of {cell.Rows:N0}") : $"{group.Group} hidden, few")];
}

namespace Anamnesis.Questions;

/// <summary>What we ask a person.</summary>
/// <param name="Role">The respondent, one of the ids of <c>knowledge/respondents.yaml</c>.</param>
/// <param name="Evidence">One plain sentence with one number.</param>
/// <param name="Text">The question, in plain words, without the hypothesis.</param>
/// <param name="Findings">Ids of the findings it would clear up.</param>
/// <param name="Mechanisms">Ids of the mechanisms it decides between. Not printed on the sheet.</param>
/// <param name="Gain">How much the answer could change, for ordering.</param>
public sealed record Question(
    string Role, string Evidence, string Text, IReadOnlyList<string> Findings, IReadOnlyList<string> Mechanisms, double Gain);

namespace Anamnesis.Knowledge;

/// <summary>Somebody who can be asked.</summary>
/// <param name="Id">One of the ids of <c>knowledge/respondents.yaml</c>, e.g. <c>ward-nurse</c>.</param>
/// <param name="Name">Plain words.</param>
/// <param name="Knows">What this person can answer about data.</param>
/// <param name="Also">Other words for the same work.</param>
public sealed record Respondent(string Id, string Name, string Knows, IReadOnlyList<string> Also);

namespace Anamnesis.Questions;

/// <summary>What somebody said about a finding, from <c>answers.yaml</c>.</summary>
/// <param name="Finding">Id of the finding.</param>
/// <param name="Mechanism">The mechanism the answer confirms, or null.</param>
/// <param name="RulesOut">The mechanisms it rules out.</param>
/// <param name="Says">Verbatim.</param>
/// <param name="Role">Role of the person.</param>
/// <param name="Date">When it was said.</param>
/// <param name="Certainty">0 a guess to 3 documented.</param>
/// <param name="Document">Where it is written down, or null.</param>
public sealed record Answer(
    string Finding, string? Mechanism, IReadOnlyList<string> RulesOut, string Says, string Role, DateOnly? Date, int Certainty, string? Document);

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
    string Finding, string? Mechanism, IReadOnlyList<string> RulesOut, string Says, string Role, DateOnly? Date, int Certainty, string? Document)
{
    /// <summary>The first day on which it holds, or null.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it holds, or null.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Who would know, said by somebody who does not; or null.</summary>
    public string? AskInstead { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day <= ValidUntil);

    /// <summary>Whether it can settle something: it is no mere pointer to somebody else.</summary>
    public bool Settles => AskInstead is null || Mechanism is not null || RulesOut.Count > 0;
}

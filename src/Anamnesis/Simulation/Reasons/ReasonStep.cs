namespace Anamnesis.Simulation.Reasons;

/// <summary>What a mechanism did to a cell.</summary>
/// <param name="Mechanism">Its id.</param>
/// <param name="Step">Step of the process.</param>
/// <param name="Actor">Who or what did it.</param>
/// <param name="Class">reality, artefact, error, deid or unclear.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stood there then.</param>
/// <param name="Absence">Of an empty cell: not-indicated, not-done, not-recorded or not-delivered.</param>
/// <param name="Recoverable">Whether the true value can be had.</param>
/// <param name="From">From where, or why not.</param>
/// <param name="Respondent">The role that would know.</param>
/// <param name="Whole">Whether the whole row came or went.</param>
sealed record ReasonStep(string Mechanism, string Step, string Actor, string Class, string? Before, string? After, string? Absence, bool Recoverable, string From, string? Respondent, bool Whole);

using Anamnesis.Knowledge;

namespace Anamnesis.Simulation.Accuracy;

/// <summary>A mechanism that acted in a clinic.</summary>
/// <param name="Mechanism">Its id.</param>
/// <param name="Severity">As it was drawn.</param>
/// <param name="Cells">Cells and rows that the ledger names it for.</param>
/// <param name="Site">The only site at which it acted, or null for all.</param>
readonly record struct Planted(string Mechanism, double Severity, long Cells, string? Site = null)
{
    /// <summary>At least as strong as its page says that it takes to be seen.</summary>
    internal bool IsDetectable => Pages.Find(Mechanism) is { } page && Severity >= (Site is null ? page.Detectable : page.DetectableAtOneSite);
}

using Anamnesis.Engines;

namespace Anamnesis.Findings.Contradictions;

/// <summary>How a number may follow from two others.</summary>
/// <param name="Sign">How it is written, with {0} and {1} for the names.</param>
/// <param name="Of">Its value.</param>
/// <param name="Expression">Its SQL.</param>
/// <param name="Scaled">Whether a constant may stand before it, such as 100 of a percentage.</param>
sealed record FormulaForm(string Sign, Func<double, double, double> Of, Func<Sql, Sql, Sql> Expression, bool Scaled)
{
    /// <summary>Whether the two may not be exchanged.</summary>
    internal bool Ordered { get; init; }
}

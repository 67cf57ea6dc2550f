using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms;

/// <summary>A finding together with everything a mechanism may look at to explain it.</summary>
/// <param name="Finding">The symptom.</param>
/// <param name="Table">The profile of its table.</param>
/// <param name="Variable">The profile of its first column or of its item; null for findings about whole rows.</param>
/// <param name="Profile">All tables.</param>
/// <param name="Dataset">For small targeted queries.</param>
public sealed record Case(Finding Finding, TableProfile Table, VariableProfile? Variable, Profile Profile, Dataset Dataset)
{
    /// <summary>How the engine spells its words.</summary>
    public Dialect Dialect => Dataset.Dialect;
}

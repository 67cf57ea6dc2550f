using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A kind of finding: a symptom to look for.</summary>
/// <remarks>Laws: silent on the baseline truth; found where planted; the same for any order of rows, and for any names of columns when
/// <c>anamnesis.yaml</c> gives the roles. Reads the profile, wide and cheap; runs a query of its own only to confirm a candidate.</remarks>
public interface IFindingKind
{
    /// <summary>Kebab-case id, e.g. <c>spike</c>.</summary>
    string Id { get; }

    /// <summary>The kind in plain words, e.g. <c>One value is hugely over-represented</c>.</summary>
    string Title { get; }

    /// <summary>The findings of this kind.</summary>
    IEnumerable<Finding> Find(Profile profile, Dataset dataset);
}

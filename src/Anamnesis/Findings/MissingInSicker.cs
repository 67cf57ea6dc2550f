using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A column is more often missing in the sickest or dead patients.</summary>
sealed class MissingInSicker : IFindingKind
{
    public string Id => "missing-in-sicker";

    public string Title => "A column is more often missing in the sickest or dead patients";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => MissingBySickness.Of(Id, sicker: true, profile, dataset);
}

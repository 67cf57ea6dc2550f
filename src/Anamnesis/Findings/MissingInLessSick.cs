using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A column is more often missing in less sick patients.</summary>
sealed class MissingInLessSick : IFindingKind
{
    public string Id => "missing-in-less-sick";

    public string Title => "A column is more often missing in less sick patients";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => MissingBySickness.Of(Id, sicker: false, profile, dataset);
}

using Anamnesis;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Anamnesis;

/// <summary>What takes long begins first, so that no processor is idle at the end: beds and servers that classes share, then laws over all parts, then examples.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(one => Rank(one.TestCollectionDisplayName)).ThenBy(one => one.TestCollectionDisplayName, StringComparer.Ordinal)];

    static int Rank(string name) =>
        name == nameof(Mechanisms.ClinicBench) ? 0 : name is nameof(Reports.Examined) or "postgres" ? 1 : name.Contains("Laws ", StringComparison.Ordinal) ? 2 : name.Contains(nameof(House.ReadmeTests), StringComparison.Ordinal) ? 2 : 3;
}

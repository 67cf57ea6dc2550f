using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;

namespace Anamnesis.Examinations;

/// <summary>Counts a finding by site.</summary>
static class Breakdowns
{
    const int MostSites = 40;
    const long MostRows = 3_000_000; // beyond, a scan a finding would cost more than it tells

    internal static IReadOnlyList<Breakdown> BySite(Finding finding, TableProfile table, Dataset dataset)
    {
        if (finding.Condition is not { } condition || table.Reading.Of(Role.Site) is not { } site || table.Table.Rows > MostRows || table.Column(site.Name)?.Distinct > MostSites)
        {
            return [];
        }

        return [.. ByValue.Of(dataset, table, site, condition).Select(one => new Breakdown(RecognitionItems.Plain(one.Value), one.Hits, one.Rows))];
    }
}

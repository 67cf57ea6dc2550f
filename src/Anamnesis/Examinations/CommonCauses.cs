using System.Security.Cryptography;
using System.Text;
using Anamnesis.Mechanisms;

namespace Anamnesis.Examinations;

/// <summary>Rolls up findings that share a cause: the same likely mechanism, at the same site, beginning within a week.</summary>
static class CommonCauses
{
    const int WindowDays = 7;

    static readonly HashSet<string> OnAll = ["per-patient-date-shift", "date-only-and-placeholder-dates"];

    internal static IReadOnlyList<Diagnosis> Mark(IReadOnlyList<Diagnosis> diagnoses)
    {
        var causes = diagnoses
            .Where(diagnosis => diagnosis.Likely is not null)
            .GroupBy(diagnosis => (diagnosis.Likely!.Mechanism, diagnosis.Finding.Where.Site)) // Likely was just seen
            .SelectMany(Groups)
            .Where(group => group.Count > 1)
            .SelectMany(group => group.Select(diagnosis => (diagnosis.Finding.Id, Cause: Id(group))))
            .ToDictionary(pair => pair.Id, pair => pair.Cause);
        return [.. diagnoses.Select(diagnosis => causes.TryGetValue(diagnosis.Finding.Id, out var cause) ? diagnosis with { Cause = cause } : diagnosis)];
    }

    static IEnumerable<List<Diagnosis>> Groups(IGrouping<(string Mechanism, string? Site), Diagnosis> same)
    {
        // without a date or a site, only findings of one table are taken to share their cause, unless it acts on an extract as a whole
        foreach (var group in same.Where(d => d.Finding.Where.From is null).GroupBy(d => OnAll.Contains(same.Key.Mechanism) ? d.Finding.Kind : d.Finding.Table))
        {
            yield return [.. group];
        }

        var dated = same.Where(d => d.Finding.Where.From is not null).OrderBy(d => d.Finding.Where.From).ToList();
        while (dated.Count > 0)
        {
            var first = dated[0].Finding.Where.From!.Value; // only dated ones are here
            var group = dated.TakeWhile(d => (d.Finding.Where.From!.Value - first).TotalDays <= WindowDays).ToList(); // only dated ones are here
            dated.RemoveRange(0, group.Count);
            yield return group;
        }
    }

    static string Id(List<Diagnosis> group)
    {
        var identity = string.Join('\u001f', group.Select(diagnosis => diagnosis.Finding.Id).Order(StringComparer.Ordinal));
        return "cause-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..8];
    }
}

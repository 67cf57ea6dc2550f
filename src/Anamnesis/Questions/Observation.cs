using System.Globalization;
using Anamnesis.Findings;
using Anamnesis.Knowledge;

namespace Anamnesis.Questions;

/// <summary>What was seen, in one plain sentence with one number at most, for the person who is asked.</summary>
static class Observation
{
    internal static string Of(Finding finding, string what)
    {
        var text = (Observations.Find(finding.Kind) ?? "In {rows} of {table}, something is unusual about {what}.")
            .Replace("{what}", what, StringComparison.Ordinal)
            .Replace("{table}", $"“{finding.Table}”", StringComparison.Ordinal)
            .Replace("{rows}", finding.Count == 1 ? "one row" : string.Create(CultureInfo.InvariantCulture, $"{finding.Count:N0} rows"), StringComparison.Ordinal)
            .Replace("{share}", Percent(finding.Share), StringComparison.Ordinal)
            .Replace("{site}", finding.Where.Site is { } site ? $"“{site}”" : "one place", StringComparison.Ordinal)
            .Replace("{high}", Percent(finding.Facts.TryGetValue("high", out var high) ? high : finding.Share), StringComparison.Ordinal)
            .Replace("{month}", finding.Where.From?.ToString("MMMM yyyy", CultureInfo.InvariantCulture) ?? "a certain month", StringComparison.Ordinal);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    static string Percent(double share) => share switch
    {
        > 0.995 and < 1 => "nearly all",
        > 0 and < 0.005 => "a few",
        _ => Says.Share(share),
    };
}

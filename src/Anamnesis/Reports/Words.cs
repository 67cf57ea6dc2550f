using System.Globalization;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;

namespace Anamnesis.Reports;

/// <summary>Words that all reports share.</summary>
public static class Words
{
    /// <summary>What a verdict asks for, in a few words.</summary>
    public static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.Reality => "reality: keep it and model it",
        Verdict.Artefact => "trace of the process: handle it knowingly",
        Verdict.Error => "error: correct or exclude",
        Verdict.Deid => "de-identification: cannot be undone",
        _ => "unclear: ask before touching",
    };

    /// <summary>What a verdict asks for, as a sentence.</summary>
    public static string Advice(Verdict verdict) => verdict switch
    {
        Verdict.Reality => "This is reality: keep it and model it. Do not clean it away.",
        Verdict.Artefact => "A trace of the process: handle it knowingly.",
        Verdict.Error => "An error: correct it or exclude it.",
        Verdict.Deid => "A trace of de-identification: it cannot be undone.",
        _ => "Unclear: ask before touching it.",
    };

    /// <summary>The mechanism in plain words.</summary>
    public static string Name(string mechanism) => mechanism == Differential.SomethingElse ? "Something else" : Pages.Find(mechanism)?.Name ?? mechanism;

    /// <summary>The warning where cleaning would delete reality, or null.</summary>
    public static string? Warning(Diagnosis diagnosis)
    {
        ArgumentNullException.ThrowIfNull(diagnosis);
        return diagnosis.Verdict == Verdict.Reality ? "Do not clean this away: it reflects reality." : null;
    }

    /// <summary>A share in percent; never 0 or 100 where it is not.</summary>
    public static string Percent(double share) => share switch
    {
        0 => "0 %",
        < 0.005 => "<1 %",
        1 => "100 %",
        > 0.995 => ">99 %",
        _ => $"{share * 100:0} %",
    };

    /// <summary>A share in percent with two digits where it is small.</summary>
    internal static string Share(double share) => share switch
    {
        < 0.1 => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %"),
    };

    /// <summary>What a use is, in plain words.</summary>
    internal static string Use(string use) => use switch
    {
        "description" => "Description: how many, how much, for whom",
        "prediction" => "Prediction: risk scores and models",
        "causal" => "Causal questions: does a treatment change the outcome",
        "operations" => "Operations: flow, capacity, waiting",
        "device-signal" => "Devices and signals",
        "patient-app" => "Applications for patients",
        _ => use,
    };

    /// <summary>A level in words.</summary>
    public static string Level(int level) => level switch
    {
        0 => "not assessable",
        1 => "unfit",
        2 => "usable with named handling",
        3 => "fit",
        _ => "fit and confirmed",
    };

    /// <summary>A role as it is written in JSON and in anamnesis.yaml.</summary>
    internal static string Role(Profiling.Role role) => role == Profiling.Role.RowId ? "row-id" : role.ToString().ToLowerInvariant();

    /// <summary>One sentence about findings that share a cause.</summary>
    internal static string CommonCause(IReadOnlyList<Diagnosis> together)
    {
        var first = together[0];
        var since = first.Finding.Where.From is { } from ? string.Create(CultureInfo.InvariantCulture, $" around {from:yyyy-MM-dd}") : string.Empty;
        var at = first.Finding.Where.Site is { } site ? $" at {site}" : string.Empty;
        var tables = together.Select(diagnosis => diagnosis.Finding.Table).Distinct(StringComparer.Ordinal).ToList();
        var within = tables.Count == 1 ? $" in {tables[0]}" : string.Empty;
        return $"These {together.Count} findings{within} share a cause{since}{at}: {Name(first.Likely?.Mechanism ?? Differential.SomethingElse)}.";
    }
}

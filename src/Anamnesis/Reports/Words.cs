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
        Verdict.Artefact => "a trace of the process: handle it knowingly",
        Verdict.Error => "an error: correct or exclude",
        Verdict.Deid => "de-identification: cannot be undone",
        _ => "unclear: ask before touching",
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

    /// <summary>A level in words.</summary>
    public static string Level(int level) => level switch
    {
        0 => "not assessable",
        1 => "unfit",
        2 => "usable with named handling",
        3 => "fit",
        _ => "fit and confirmed",
    };
}

using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;

namespace Anamnesis.Simulation.Accuracy;

/// <summary>A finding of an examined clinic beside what really made it.</summary>
/// <param name="Diagnosis">What the examination says.</param>
/// <param name="Truth">The mechanisms whose cells it shows, most cells first; empty when none made it.</param>
/// <param name="IsNatural">It says how the truth itself is; nobody distorted anything.</param>
sealed record TrialFinding(Diagnosis Diagnosis, IReadOnlyList<string> Truth, bool IsNatural)
{
    /// <summary>The first cause, something else included.</summary>
    internal Candidate First => Diagnosis.Differential[0];

    /// <summary>Whether the first cause is one that acted, or something else where none did.</summary>
    internal bool IsRight => Truth.Count == 0 ? First.Mechanism == Differential.SomethingElse : Truth.Contains(First.Mechanism);

    /// <summary>A cause stated at one half or more that did not act here.</summary>
    internal bool IsWrong => Diagnosis.Likely is { } likely && !Truth.Contains(likely.Mechanism);

    /// <summary>The place of a mechanism among the causes, from 1; far down when it is not there.</summary>
    internal int PlaceOf(string mechanism)
    {
        var place = Diagnosis.Differential.Select(candidate => candidate.Mechanism).ToList().IndexOf(mechanism);
        return place < 0 ? int.MaxValue : place + 1;
    }

    /// <summary>Whether the verdict is that of a mechanism; <em>unclear</em> is never right.</summary>
    internal bool IsJudged(string mechanism) => Pages.Find(mechanism) is { } page && string.Equals(Diagnosis.Verdict.ToString(), page.Verdict, StringComparison.OrdinalIgnoreCase);
}

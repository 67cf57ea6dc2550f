using Anamnesis.Knowledge;

namespace Anamnesis.Simulation.Accuracy;

/// <summary>How good examinations are where one mechanism acted: counts of clinics.</summary>
sealed class MechanismFigures(string mechanism)
{
    internal string Mechanism => mechanism;

    internal bool IsReality => Pages.Find(mechanism)?.Verdict == "reality";

    /// <summary>Clinics in which it changed something.</summary>
    internal int Planted { get; private set; }

    /// <summary>Of these: at the detectable strength of its page or above.</summary>
    internal int Above { get; private set; }

    /// <summary>Of <see cref="Above"/>: at least one finding shows it.</summary>
    internal int Detected { get; private set; }

    /// <summary>Of <see cref="Detected"/>: ranked first for one of these findings.</summary>
    internal int First { get; private set; }

    /// <summary>Of <see cref="Detected"/>: within the first three.</summary>
    internal int FirstThree { get; private set; }

    /// <summary>Of <see cref="Detected"/>: the verdict of the finding for which it ranks best is right.</summary>
    internal int Verdict { get; private set; }

    /// <summary>Findings for which it was stated at one half or more and did not act.</summary>
    internal int WrongFirst { get; set; }

    /// <summary>False findings of clean clinics for which it was ranked first.</summary>
    internal int False { get; private set; }

    /// <summary>How often it was right where it was ranked first, beside the stated probability.</summary>
    internal Bins Stated { get; } = new();

    internal void AddFalse() => False++;

    internal void Add(Planted planted, IReadOnlyList<TrialFinding> findings)
    {
        Planted++;
        if (!planted.IsDetectable)
        {
            return;
        }

        Above++;
        if (findings.Where(finding => finding.Truth.Contains(mechanism)).MinBy(finding => (finding.PlaceOf(mechanism), -finding.First.Probability)) is not { } best)
        {
            return;
        }

        Detected++;
        First += best.PlaceOf(mechanism) == 1 ? 1 : 0;
        FirstThree += best.PlaceOf(mechanism) <= 3 ? 1 : 0;
        Verdict += best.IsJudged(mechanism) ? 1 : 0;
    }
}

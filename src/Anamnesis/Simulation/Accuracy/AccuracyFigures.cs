using Anamnesis.Mechanisms;

namespace Anamnesis.Simulation.Accuracy;

/// <summary>How good examinations are: shares in [0, 1] with what they are shares of, null where there was nothing to share.</summary>
sealed class AccuracyFigures
{
    readonly Dictionary<string, MechanismFigures> _mechanisms = new(StringComparer.Ordinal);
    readonly Dictionary<(string Truth, string First), int> _confusion = [];
    readonly Bins _bins = new();
    int _wrong;
    int _cleanVariables;

    internal int Clinics { get; private set; }

    internal int Planted { get; private set; }

    internal int Findings { get; private set; }

    internal int CleanClinics { get; private set; }

    /// <summary>False findings of clean clinics: table, columns and kind with their number.</summary>
    internal Dictionary<string, int> False { get; } = new(StringComparer.Ordinal);

    /// <summary>By mechanism, in the order of their ids.</summary>
    internal IEnumerable<MechanismFigures> Mechanisms => _mechanisms.Values.OrderBy(one => one.Mechanism, StringComparer.Ordinal);

    /// <summary>Findings that a mechanism made and another cause was ranked first for, most frequent first.</summary>
    internal IEnumerable<(string Truth, string First, int Findings)> Confusion =>
        _confusion.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => (pair.Key.Truth, pair.Key.First, pair.Value));

    /// <summary>By the stated probability of the first cause: how many findings, what was stated on average and how often it was right.</summary>
    internal IEnumerable<(double From, int Findings, double Stated, double Right)> Calibration => _bins.Filled;

    internal int Above => _mechanisms.Values.Sum(one => one.Above);

    internal double? Detected => Share(one => one.Detected, one => one.Above);

    internal double? First => Share(one => one.First, one => one.Detected);

    internal double? FirstThree => Share(one => one.FirstThree, one => one.Detected);

    internal double? Verdict => Share(one => one.Verdict, one => one.Detected);

    internal double? VerdictReality => Share(one => one.IsReality ? one.Verdict : 0, one => one.IsReality ? one.Detected : 0);

    internal double? WrongFirst => Findings == 0 ? null : (double)_wrong / Findings;

    internal double? FalseFindingsPer100 => Per100(False.Values.Sum());

    /// <summary>Expected calibration error of the first cause over ten bins.</summary>
    internal double? Ece => _bins.Error;

    /// <summary>So many of the findings of clean clinics, per 100 of their variables.</summary>
    internal double? Per100(int falseFindings) => _cleanVariables == 0 ? null : 100.0 * falseFindings / _cleanVariables;

    internal void Add(TrialOutcome outcome)
    {
        Clinics++;
        if (outcome.Trial.IsClean)
        {
            CleanClinics++;
            _cleanVariables += outcome.Variables;
            foreach (var found in outcome.Findings.Where(finding => !finding.IsNatural))
            {
                var says = $"{found.Diagnosis.Finding.Table} {string.Join('+', found.Diagnosis.Finding.Columns)} {found.Diagnosis.Finding.Variable}: {found.Diagnosis.Finding.Kind}";
                False[says] = False.GetValueOrDefault(says) + 1;
                Named(found)?.AddFalse();
            }
        }

        foreach (var planted in outcome.Planted)
        {
            Planted++;
            Of(planted.Mechanism).Add(planted, outcome.Findings);
        }

        foreach (var finding in outcome.Findings)
        {
            Add(finding);
        }
    }

    void Add(TrialFinding finding)
    {
        Findings++;
        _wrong += finding.IsWrong ? 1 : 0;
        _bins.Add(finding.First.Probability, finding.IsRight);
        Named(finding)?.Stated.Add(finding.First.Probability, finding.IsRight);
        if (!finding.IsRight)
        {
            var pair = (finding.Truth.Count == 0 ? "(none)" : finding.Truth[0], finding.First.Mechanism);
            _confusion[pair] = _confusion.GetValueOrDefault(pair) + 1;
        }

        if (finding.Diagnosis.Likely is { } likely && finding.IsWrong)
        {
            Of(likely.Mechanism).WrongFirst++;
        }
    }

    /// <summary>The mechanism that is ranked first; null for something else.</summary>
    MechanismFigures? Named(TrialFinding finding) => finding.First.Mechanism == Differential.SomethingElse ? null : Of(finding.First.Mechanism);

    MechanismFigures Of(string mechanism) => _mechanisms.TryGetValue(mechanism, out var figures) ? figures : _mechanisms[mechanism] = new MechanismFigures(mechanism);

    double? Share(Func<MechanismFigures, int> of, Func<MechanismFigures, int> all) =>
        _mechanisms.Values.Sum(all) is > 0 and var most ? (double)_mechanisms.Values.Sum(of) / most : null;
}

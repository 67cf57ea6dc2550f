using System.Globalization;
using System.Text;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using Anamnesis.Simulation.Accuracy;

namespace Anamnesis.Simulation.Calibration;

/// <summary>Counts the weights of signs on clinics whose truth is known, and writes <c>knowledge/weights.csv</c>.</summary>
/// <remarks>A simulated clinic is no real one: counted ratios are drawn strongly towards the strength that was given by hand, may
/// make a sign for something stronger and none weaker, and never leave the bounds of their class. How often a mechanism acts there is what we drew, so that priors are not counted.</remarks>
sealed class WeightCount
{
    const double Shrink = 20; // cases at which the count and the default weigh alike

    static readonly (double Low, double High) SilenceBounds = (0.2, 1);

    readonly SortedDictionary<(string Mechanism, string Class, string Sign), SignCount> _counts = new(Ordinal);
    readonly StringBuilder _clinics = new();

    static IComparer<(string, string, string)> Ordinal { get; } = Comparer<(string, string, string)>.Create((one, other) =>
        string.CompareOrdinal($"{one.Item1}\n{one.Item2}\n{one.Item3}", $"{other.Item1}\n{other.Item2}\n{other.Item3}"));

    internal void Add(TrialOutcome outcome)
    {
        var plan = outcome.Trial.Plan;
        _clinics.Append(CultureInfo.InvariantCulture, $"# clinic {outcome.Trial.Number}: seed {plan.Seed}, {plan.Style.Id}: {string.Join(' ', plan.Process.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Mechanism}:{one.Severity}{(one.Site is { } site ? "@" + site : string.Empty)}")))}\n");
        foreach (var alike in outcome.Findings.GroupBy(finding => (finding.Diagnosis.Finding.Kind, Truth: string.Join('+', finding.Truth))))
        {
            foreach (var finding in alike)
            {
                Add(finding, 1.0 / alike.Count());
            }
        }
    }

    void Add(TrialFinding finding, double weight)
    {
        var causes = finding.Diagnosis.Differential.Where(candidate => candidate.Mechanism != Differential.SomethingElse).ToList();
        foreach (var candidate in causes)
        {
            var made = finding.Truth.Contains(candidate.Mechanism);
            foreach (var sign in candidate.Signs)
            {
                Of(candidate.Mechanism, Sign.Class(sign.Strength), sign.Key).Add(sign.Fires, made, weight);
            }

            Of(candidate.Mechanism, Weights.Silent, Weights.Silent).Add(Differential.IsSilent(candidate.Signs), made, weight);
        }
    }

    /// <summary>The table; the first line of its header is the command that makes it.</summary>
    internal string Table(TrialSize size)
    {
        var text = new StringBuilder($"# {Command(size)}\n# Likelihood ratios of signs, counted on the simulated clinics below; see docs/accuracy.md.\n").Append(_clinics);
        text.Append("mechanism,class,sign,ratio,firedTrue,true,firedFalse,false\n");
        foreach (var ((mechanism, kind, sign), count) in _counts.Where(one => one.Value is { True: > 0, False: > 0 }))
        {
            text.Append(CultureInfo.InvariantCulture, $"{mechanism},{kind},{sign},{Ratio(kind, count):0.###},{count.FiredTrue:0.#},{count.True:0.#},{count.FiredFalse:0.#},{count.False:0.#}\n");
        }

        return text.ToString();
    }

    internal static string Command(TrialSize size) =>
        string.Create(CultureInfo.InvariantCulture, $"./anamnesis calibrate --clinics {size.Clinics} --patients {size.Patients} --years {size.FirstYear}-{size.LastYear} --seed {size.Seed}");

    static double Ratio(string kind, SignCount count) => kind switch
    {
        "strong" => count.Ratio(Sign.Usual(Strength.Strong), Shrink, (Sign.Usual(Strength.Strong), 50)),
        "support" => count.Ratio(Sign.Usual(Strength.Support), Shrink, (Sign.Usual(Strength.Support), 10)),
        "against" => count.Ratio(Sign.Usual(Strength.Against), Shrink, (0.02, 1)),
        _ => count.Ratio(1, Shrink, SilenceBounds),
    };

    SignCount Of(string mechanism, string kind, string sign) => _counts.TryGetValue((mechanism, kind, sign), out var count) ? count : _counts[(mechanism, kind, sign)] = new SignCount();
}

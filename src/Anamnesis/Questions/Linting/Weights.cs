using System.Globalization;
using System.Text;
using Anamnesis.Knowledge;

namespace Anamnesis.Questions.Linting;

/// <summary>The trained weights: how much each signal says for each target, in log odds.</summary>
/// <remarks>A target is <c>good</c> or the id of a flaw. The table <c>knowledge/questions/weights.csv</c> is made by <c>anamnesis ask train</c>.</remarks>
sealed class Weights
{
    /// <summary>The target that tells whether a question can be asked.</summary>
    internal const string Good = "good";

    const double Smallest = 0.02; // log odds; less changes nothing

    static readonly Lazy<Weights> Embed = new(() => Parse(Embedded.Text("questions/weights.csv")));

    readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> _byTarget;

    readonly string[] _targets;
    readonly Dictionary<string, (int Target, double Weight)[]> _bySignal;

    internal Weights(IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> byTarget)
    {
        _byTarget = byTarget;
        _targets = [.. byTarget.Keys];
        _bySignal = _targets.SelectMany((target, i) => byTarget[target].Select(pair => (pair.Key, Weight: (Target: i, pair.Value))))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Weight).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Those that this program carries.</summary>
    internal static Weights Trained => Embed.Value;

    /// <summary>The probability of each target.</summary>
    internal IReadOnlyDictionary<string, double> Of(IReadOnlyDictionary<string, double> signals)
    {
        var odds = new double[_targets.Length];
        foreach (var (signal, value) in signals)
        {
            foreach (var (target, weight) in _bySignal.GetValueOrDefault(signal) ?? [])
            {
                odds[target] += weight * value;
            }
        }

        return _targets.Zip(odds).ToDictionary(pair => pair.First, pair => Logistic(pair.Second), StringComparer.Ordinal);
    }

    internal static double Logistic(double odds) => 1 / (1 + Math.Exp(-Math.Clamp(odds, -30, 30)));

    /// <summary>The table as text: sorted, three decimals.</summary>
    internal string Text()
    {
        var text = new StringBuilder("target,signal,weight\n");
        foreach (var (target, weights) in _byTarget.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var (signal, weight) in weights.Where(pair => Math.Abs(pair.Value) >= Smallest).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                text.Append(target).Append(',').Append(signal).Append(',').Append(weight.ToString("0.###", CultureInfo.InvariantCulture)).Append('\n');
            }
        }

        return text.ToString();
    }

    internal static Weights Parse(string text) => new(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.TrimEnd('\r').Split(','))
        .GroupBy(parts => parts[0], StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => (IReadOnlyDictionary<string, double>)group.ToDictionary(parts => parts[1], parts => double.Parse(parts[2], CultureInfo.InvariantCulture), StringComparer.Ordinal),
            StringComparer.Ordinal));
}

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

    const double Smallest = 0.01; // log odds; less changes nothing

    static readonly Lazy<Weights> Embed = new(() => Parse(Embedded.Text("questions/weights.csv")));

    readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> _byTarget;

    internal Weights(IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> byTarget) => _byTarget = byTarget;

    /// <summary>Those that this program carries.</summary>
    internal static Weights Trained => Embed.Value;

    /// <summary>The probability of a target.</summary>
    internal double Probability(string target, IReadOnlyDictionary<string, double> signals) => _byTarget.TryGetValue(target, out var weights)
        ? Logistic(signals.Sum(signal => weights.TryGetValue(signal.Key, out var weight) ? weight * signal.Value : 0))
        : 0;

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

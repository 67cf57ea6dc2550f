using System.Globalization;

namespace Anamnesis.Knowledge;

/// <summary>What was counted on calibration clinics, <c>knowledge/weights.csv</c>: likelihood ratios of signs, and of the silence of all of them.</summary>
/// <remarks>Its header says what made it. What it lacks keeps its default.</remarks>
public sealed class Weights
{
    internal const string Silent = "silent";

    static readonly Lazy<Weights> Loaded = new(() => Parse(Embedded.Text("weights.csv")));

    readonly IReadOnlyDictionary<(string Mechanism, string Class, string Sign), double> _ratios;

    Weights(IReadOnlyDictionary<(string, string, string), double> ratios, string? command) => (_ratios, Origin) = (ratios, ratios.Count == 0 ? "defaults, not calibrated" : $"counted on simulated clinics by {command}");

    /// <summary>What made it, in words.</summary>
    internal string Origin { get; }

    /// <summary>The table of this version.</summary>
    public static Weights Counted => Loaded.Value;

    /// <summary>No table: every weight is its default.</summary>
    public static Weights Default { get; } = new(new Dictionary<(string, string, string), double>(), null);

    /// <summary>The ratio of a mechanism's sign of a class, or null where it was not counted.</summary>
    public double? Of(string mechanism, string strength, string sign) => _ratios.TryGetValue((mechanism, strength, sign), out var ratio) ? ratio : null;

    /// <summary>What it says about a mechanism that not one of its signs speaks for it; 1 where it was not counted.</summary>
    public double SilenceOf(string mechanism) => Of(mechanism, Silent, Silent) ?? 1;

    /// <summary>Reads a table.</summary>
    internal static Weights Parse(string text) => new(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#').Skip(1).Select(line => line.TrimEnd('\r').Split(','))
        .ToDictionary(cells => (cells[0], cells[1], cells[2]), cells => double.Parse(cells[3], CultureInfo.InvariantCulture)), text.Split('\n')[0].TrimStart('#', ' '));
}

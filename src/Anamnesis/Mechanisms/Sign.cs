using System.Runtime.CompilerServices;
using Anamnesis.Knowledge;

namespace Anamnesis.Mechanisms;

/// <summary>A measurement for or against a mechanism.</summary>
/// <param name="Says">What was measured, with its number, in plain words.</param>
/// <param name="Value">The number, or null when it could not be measured.</param>
/// <param name="Strength">How much it says when it is there.</param>
/// <param name="Fires">Whether it is there.</param>
public sealed record Sign(string Says, double? Value, Strength Strength, bool Fires)
{
    /// <summary>Its name within its mechanism, whatever was measured: the words of its sentence.</summary>
    public string Key { get; init; } = string.Empty;

    /// <summary>The ratio that was counted for it, or null: then its strength gives the ratio.</summary>
    public double? Counted { get; init; }

    /// <summary>A near-specific sign.</summary>
    public static Sign Strong(string says, double? value, bool fires, [CallerArgumentExpression(nameof(says))] string sentence = "") =>
        new(says, value, Strength.Strong, fires) { Key = SignKey.Of(sentence) };

    /// <summary>A consistent sign.</summary>
    public static Sign Support(string says, double? value, bool fires, [CallerArgumentExpression(nameof(says))] string sentence = "") =>
        new(says, value, Strength.Support, fires) { Key = SignKey.Of(sentence) };

    /// <summary>A sign that speaks for a rival.</summary>
    public static Sign Against(string says, double? value, bool fires, [CallerArgumentExpression(nameof(says))] string sentence = "") =>
        new(says, value, Strength.Against, fires) { Key = SignKey.Of(sentence) };

    /// <summary>What it multiplies the odds by when it is there: the counted ratio, else 10, 3 or 1/5; 1 when it is not there.</summary>
    public double Ratio => !Fires ? 1 : Counted ?? Usual(Strength);

    /// <summary>The natural logarithm of <see cref="Ratio"/>: positive for, negative against, 0 when the sign is not there.</summary>
    public double Weight => Math.Log(Ratio);

    /// <summary>The ratio of a strength where nothing was counted.</summary>
    internal static double Usual(Strength strength) => strength switch { Strength.Strong => 10, Strength.Support => 3, _ => 0.2 };

    /// <summary>The same with the ratio that a table has for it.</summary>
    internal Sign With(string mechanism, Weights weights) => this with { Counted = weights.Of(mechanism, Class(Strength), Key) };

    internal static string Class(Strength strength) => strength switch { Strength.Strong => "strong", Strength.Support => "support", _ => "against" };
}

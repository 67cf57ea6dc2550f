namespace Anamnesis.Mechanisms;

/// <summary>A measurement for or against a mechanism.</summary>
/// <param name="Says">What was measured, with its number, in plain words.</param>
/// <param name="Value">The number, or null when it could not be measured.</param>
/// <param name="Strength">How much it says when it is there.</param>
/// <param name="Fires">Whether it is there.</param>
public sealed record Sign(string Says, double? Value, Strength Strength, bool Fires)
{
    /// <summary>A near-specific sign.</summary>
    public static Sign Strong(string says, double? value, bool fires) => new(says, value, Strength.Strong, fires);

    /// <summary>A consistent sign.</summary>
    public static Sign Support(string says, double? value, bool fires) => new(says, value, Strength.Support, fires);

    /// <summary>A sign that speaks for a rival.</summary>
    public static Sign Against(string says, double? value, bool fires) => new(says, value, Strength.Against, fires);

    /// <summary>What it multiplies the odds by: 10, 3 or 1/5 when it is there, 1 when not.</summary>
    public double Ratio => !Fires ? 1 : Strength switch { Strength.Strong => 10, Strength.Support => 3, _ => 0.2 };

    /// <summary>The natural logarithm of <see cref="Ratio"/>: positive for, negative against, 0 when the sign is not there.</summary>
    public double Weight => Math.Log(Ratio);
}

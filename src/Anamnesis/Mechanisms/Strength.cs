namespace Anamnesis.Mechanisms;

/// <summary>How much a sign says when it is there.</summary>
public enum Strength
{
    /// <summary>Near-specific: odds times 10.</summary>
    Strong,

    /// <summary>Consistent: odds times 3.</summary>
    Support,

    /// <summary>Speaks for a rival: odds times 1/5.</summary>
    Against,
}

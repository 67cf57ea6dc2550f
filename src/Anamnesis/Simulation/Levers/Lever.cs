namespace Anamnesis.Simulation.Levers;

/// <summary>A cause in the work of a clinic that somebody could change: what it is, and which mechanisms come or go with it.</summary>
/// <param name="Id">Kebab-case, the key in <c>clinic.yaml</c>.</param>
/// <param name="Says">What it is, for <c>docs/levers.md</c>.</param>
/// <param name="Brings">Mechanisms that it sets to work, with their severity at full strength.</param>
public sealed record Lever(string Id, string Says, IReadOnlyList<(string Mechanism, double Severity)> Brings)
{
    /// <summary>Mechanisms that it holds back where it works, by its strength.</summary>
    public IReadOnlyList<string> Eases { get; init; } = [];

    /// <summary>As it is where nobody says otherwise; empty: off.</summary>
    public IReadOnlyList<LeverSetting> Usual { get; init; } = [];

    /// <summary>The strength of a setting that does not name one.</summary>
    public double Strength { get; init; } = 1;

    /// <summary>The mechanisms act until the day on which it begins, not from it on: a field that is introduced was missing before.</summary>
    public bool Ends { get; init; }
}

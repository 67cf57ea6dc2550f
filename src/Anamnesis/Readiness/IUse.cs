namespace Anamnesis.Readiness;

/// <summary>What a data set may be used for.</summary>
public interface IUse
{
    /// <summary>Kebab-case id, e.g. <c>prediction</c>.</summary>
    string Id { get; }

    /// <summary>The level the data set reaches for this use, with the gates that decide it.</summary>
    Fitness Judge(IReadOnlyList<Gate> gates);
}

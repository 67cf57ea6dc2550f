namespace Anamnesis.Readiness;

/// <summary>One aspect of readiness.</summary>
/// <remarks>Laws: the truth is fit; each mechanism it names lowers it; it never rises with severity.</remarks>
public interface IDimension
{
    /// <summary>Kebab-case id, e.g. <c>temporal-integrity</c>.</summary>
    string Id { get; }

    /// <summary>The level with its reasons.</summary>
    Gate Assess(Evidence evidence);
}

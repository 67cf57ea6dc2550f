using Anamnesis.Examinations;

namespace Anamnesis.Reports;

/// <summary>An examination rendered as a text.</summary>
/// <remarks>Laws: no breakdown cell under 5 and no value of a patient leaks, unless asked for.</remarks>
public interface IReport
{
    /// <summary>Kebab-case id, e.g. <c>json</c>.</summary>
    string Id { get; }

    /// <summary>The whole report.</summary>
    string Render(Examination examination, Rendering rendering);
}

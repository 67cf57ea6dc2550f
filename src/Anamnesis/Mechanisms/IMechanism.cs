using Anamnesis.Engines;

namespace Anamnesis.Mechanisms;

/// <summary>A step of care or documentation that makes truth and record differ.</summary>
/// <remarks>One class and one page <c>knowledge/mechanisms/&lt;id&gt;.md</c>. Laws: nothing is likely in the truth; it is likely where it acted; it is
/// not likely where its rival acted; its probability does not fall with severity; the ledger explains every changed cell.</remarks>
public interface IMechanism
{
    /// <summary>Kebab-case id; also the name of its page.</summary>
    string Id { get; }

    /// <summary>Ids of the kinds of finding it may explain.</summary>
    IReadOnlyList<string> Explains { get; }

    /// <summary>Measures its signs on a finding. A sign that cannot be measured is given with a null value and does not fire.</summary>
    IReadOnlyList<Sign> Signs(Case @case);

    /// <summary>How it arises: statements that change the record of a clinic; none where the clinic lacks the tables that it acts on.</summary>
    IReadOnlyList<Sql> Distort(Setting setting);
}

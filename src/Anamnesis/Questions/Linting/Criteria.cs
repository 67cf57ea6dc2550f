using Anamnesis.Knowledge;

namespace Anamnesis.Questions.Linting;

/// <summary>All flaws and qualities.</summary>
public static class Criteria
{
    static readonly Lazy<IReadOnlyList<Criterion>> AllFlaws = new(() => Read("flaws"));
    static readonly Lazy<IReadOnlyList<Criterion>> AllQualities = new(() => Read("qualities"));

    /// <summary>The flaws, in the order of their ids.</summary>
    public static IReadOnlyList<Criterion> Flaws => AllFlaws.Value;

    /// <summary>The qualities, in the order of their ids.</summary>
    public static IReadOnlyList<Criterion> Qualities => AllQualities.Value;

    /// <summary>The flaw of that id, or null.</summary>
    public static Criterion? Flaw(string id) => Flaws.FirstOrDefault(flaw => flaw.Id == id);

    static IReadOnlyList<Criterion> Read(string folder) => [.. Embedded.Names(folder).Select(name => Criterion.Parse(Embedded.Text(name)))];
}

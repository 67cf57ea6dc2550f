namespace Anamnesis.Readiness;

/// <summary>Does each column hold one kind of thing in one format and unit?</summary>
sealed class StructureConformance : IDimension
{
    public string Id => "structure-conformance";

    public Gate Assess(Evidence evidence) => Held.Back(
        new Held.Dimension(Id, "type-mix", "two-humps", "orphans", "duplicate-key", "encoding", "rejected-rows", "spellings", "disguised-missing"),
        evidence, fit: 0.005, usable: 0.05, "Mixed types, units, keys and codes");
}

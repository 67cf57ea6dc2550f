namespace Anamnesis.Readiness;

/// <summary>Does each column hold one kind of thing in one format and unit?</summary>
sealed class StructureConformance : IDimension
{
    public string Id => "structure-conformance";

    public Gate Assess(Evidence evidence) => Held.Back(
        Id, evidence,
        ["type-mix", "two-humps", "orphans", "duplicate-key", "encoding", "rejected-rows", "spellings", "disguised-missing"],
        ["unit-mixture", "locale-and-spreadsheet-coercion"],
        fit: 0.005, usable: 0.05, "Types, units, keys and codes");
}

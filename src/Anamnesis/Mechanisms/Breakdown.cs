namespace Anamnesis.Mechanisms;

/// <summary>A finding in one group of rows.</summary>
/// <param name="Group">The site or other group.</param>
/// <param name="Count">Rows of the finding in it.</param>
/// <param name="Rows">Rows of the group.</param>
public sealed record Breakdown(string Group, long Count, long Rows);

namespace Anamnesis.Engines;

/// <summary>Something a source noticed while reading a table.</summary>
/// <param name="Topic">One of <c>encoding</c>, <c>ragged</c>, <c>header</c>, <c>preamble</c>, <c>separator</c>, <c>number</c>, <c>date</c>, <c>missing-token</c>, <c>truncated</c>, <c>names</c>.</param>
/// <param name="Says">A sentence for people, without values of patients.</param>
/// <param name="Column">The column concerned, or null for the whole table.</param>
/// <param name="Count">How many rows or cells.</param>
public sealed record SourceNote(string Topic, string Says, string? Column, long Count);

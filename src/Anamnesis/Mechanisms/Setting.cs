using Anamnesis.Engines;

namespace Anamnesis.Mechanisms;

/// <summary>Where and how strongly a mechanism acts in a clinic.</summary>
/// <remarks>
/// The record of a clinic is five tables in the schema <c>record</c>; the untouched truth has the same tables in the schema <c>truth</c>. Every table has
/// <c>row_id BIGINT</c>, unique and shared by truth and record. See <c>docs/clinic.md</c> for the columns.
/// Random draws are a table per call: <see cref="Draws"/> gives <c>(row_id BIGINT, u1, u2, u3, u4 DOUBLE)</c> with independent uniforms in [0, 1),
/// filled by the seeded generator, a fresh one for every mechanism. Never draw with SQL.
/// </remarks>
/// <param name="Severity">Share of the rows it could touch that it touches, in [0, 1].</param>
/// <param name="Draws">The table of draws for a record table, e.g. <c>Draws("labs")</c>.</param>
public sealed record Setting(double Severity, Func<string, Sql> Draws);

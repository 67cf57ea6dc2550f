using Anamnesis.Engines;

namespace Anamnesis.Mechanisms;

/// <summary>Where and how strongly a mechanism acts in a clinic.</summary>
/// <remarks>
/// The record of a clinic is <see cref="Tables"/> in the schema <c>record</c>; the untouched truth has the same tables in the schema <c>truth</c>. Every table has
/// <c>row_id BIGINT</c>, unique and shared by truth and record. See <c>docs/clinic.md</c> for the columns.
/// Random draws are a table per call: <see cref="Draws"/> gives <c>(row_id BIGINT, u1, u2, u3, u4 DOUBLE)</c> with independent uniforms in [0, 1),
/// from the seeded generator, others for every mechanism. Never draw with SQL. Where a place or a period is given, the record holds its rows alone.
/// Every statement sees the record as the mechanism found it: nothing that the others add, remove or change. So there is one UPDATE or DELETE a table, which sets
/// all its columns, and one INSERT at most; other statements may make temporary tables. Of several values for one cell the least is taken.
/// </remarks>
/// <param name="Severity">Share of the rows it could touch that it touches, in [0, 1].</param>
/// <param name="Draws">The table of draws for a record table, e.g. <c>Draws("labs")</c>.</param>
public sealed record Setting(double Severity, Func<string, Sql> Draws)
{
    /// <summary>Given when it acts from a known moment on: then the mechanism does not choose one itself. The record holds only rows since then.</summary>
    public DateTime? From { get; init; }

    /// <summary>Given when it acts before a known moment only.</summary>
    public DateTime? To { get; init; }

    /// <summary>A constant of the whole clinic, such as a limit of detection, given as a query of one value; patients are simulated in blocks, and every block gets the same.</summary>
    public Func<Sql, Sql> Once { get; init; } = query => $"({query})";

    /// <summary>The tables of the record: a mechanism that acts on people or stays acts on all that have the key.</summary>
    public IReadOnlyList<RecordTable> Tables { get; init; } = [];

    /// <summary>Whether the record has the table, and the column where one is named; a mechanism whose tables are not there gives no statement.</summary>
    public bool Has(string table, string? column = null) => Tables.Any(one => one.Name == table && (column is null || one.Has(column)));
}

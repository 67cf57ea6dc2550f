using Anamnesis.Engines;
using Anamnesis.Mechanisms;

namespace Anamnesis.Simulation;

/// <summary>A table of a clinic, the same in truth and record; see <c>docs/clinic.md</c>.</summary>
/// <param name="Name">As in <c>truth.name</c> and <c>record.name</c>.</param>
/// <param name="Time">The time by which a row belongs to a period, or null.</param>
/// <param name="Columns">Name and type, separated by commas; <c>row_id BIGINT</c> comes first and is not listed.</param>
sealed record ClinicTable(string Name, string? Time, string Columns)
{
    internal IReadOnlyList<string> Names => field ??= [.. Columns.Split(',').Select(column => column.Trim().Split(' ')[0])];

    /// <summary>As the mechanisms see it: names and types.</summary>
    internal RecordTable Recorded => field ??= new(Name, [.. Columns.Split(',').Select(column => column.Trim().Split(' ', 2)).Select(parts => (parts[0], parts[1]))]);

    internal Sql In(string schema) => Sql.Raw($"{schema}.{Name}");

    /// <summary>The rows on which a distortion may act; null for all.</summary>
    internal Sql? Scope(Distortion distortion)
    {
        var where = new List<Sql>();
        if (distortion.Site is { } site)
        {
            where.Add(Belongs("site", site, "patient_id"));
        }

        if (distortion.Ward is { } ward)
        {
            where.Add(Belongs("ward", ward, Names.Contains("stay_id") ? "stay_id" : "patient_id"));
        }

        if (Time is not null && distortion.From is { } from)
        {
            where.Add($"{new Name(Time)} >= {from}");
        }

        if (Time is not null && distortion.To is { } to)
        {
            where.Add($"{new Name(Time)} < {to}");
        }

        return where.Count == 0 ? null : Sql.Join(" AND ", where);
    }

    /// <summary>By the table's own column, or by the stays of the key it shares with them.</summary>
    Sql Belongs(string column, string value, string key)
    {
        if (Names.Contains(column))
        {
            return $"{new Name(column)} = {value}";
        }

        return $"{new Name(key)} IN (SELECT {new Name(key)} FROM record.stays WHERE {new Name(column)} = {value})";
    }
}

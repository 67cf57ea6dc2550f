using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Values;

/// <summary>The two most different sources of a number, and how far they differ in the same patients.</summary>
/// <param name="Difference">Of their averages.</param>
/// <param name="Paired">Average difference within patients who have both.</param>
/// <param name="Patients">So many have both.</param>
sealed record SourceGap(double Difference, double Paired, long Patients)
{
    const long FewestOfSource = 20;

    /// <summary>Share of the difference that is there in the same patients, too.</summary>
    internal double Kept => Difference == 0 ? 0 : Paired / Difference;

    /// <summary>The gap of a finding about a number and its source; null without patients.</summary>
    internal static SourceGap? Of(Case @case)
    {
        if (@case.Table.Reading.Of(Role.Patient) is not { } patient || @case.Finding.Columns.Count < 2
            || @case.Table.Table.Column(@case.Finding.Columns[0]) is not { } number || @case.Table.Table.Column(@case.Finding.Columns[1]) is not { } source)
        {
            return null;
        }

        Sql theirs = $"SELECT {patient.Value} AS patient, {source.Value} AS source, avg({number.Value}) AS level, count(*) AS n FROM {@case.Table.Table.From} WHERE {@case.Finding.Condition ?? $"{number.Value} IS NOT NULL AND {source.Value} IS NOT NULL"} GROUP BY 1, 2";
        var sources = @case.Dataset.Rows(
            $"SELECT source, sum(level * n) / sum(n), sum(n) FROM ({theirs}) AS theirs GROUP BY source", row => (Source: row.TextAt(0) ?? string.Empty, Level: row.NumberAt(1) ?? 0, Count: row.CountAt(2)))
            .Where(one => one.Count >= FewestOfSource).OrderBy(one => one.Level).ToList();
        if (sources.Count < 2)
        {
            return null;
        }

        Sql text = @case.Dialect.ToText($"source");
        var (low, high) = (sources[0], sources[^1]);
        return @case.Dataset.Row(
            $"""
            SELECT avg(high - low), count(*)
            FROM (SELECT max(CASE WHEN {text} = {low.Source} THEN level END) AS low, max(CASE WHEN {text} = {high.Source} THEN level END) AS high FROM ({theirs}) AS theirs GROUP BY patient) AS pairs
            WHERE low IS NOT NULL AND high IS NOT NULL
            """,
            row => new SourceGap(high.Level - low.Level, row.NumberAt(0) ?? 0, row.CountAt(1)));
    }
}

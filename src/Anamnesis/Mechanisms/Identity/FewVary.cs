using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Identity;

/// <summary>Whether the rows of one stay or person repeat it and differ in a few columns alone: it was joined with several values of these.</summary>
static class FewVary
{
    const long MostRows = 300_000;
    const int FewestColumns = 8;
    const int MostColumns = 60;
    const int FewestKeys = 20; // with several rows
    const double Repeated = 1.3; // rows a stay or person
    const double Often = 0.3; // of those with several rows
    const double Seldom = 0.1;
    const double Constant = 0.8; // of the columns

    /// <summary>How many columns differ within a stay or person; null where more do, or none.</summary>
    internal static int? Of(Case @case)
    {
        var table = @case.Table;
        var key = table.Reading.Of(Role.Stay) ?? table.Reading.Of(Role.Patient);
        var columns = table.Reading.Columns.Where(column => column.Column.Name != key?.Name && !column.IsEmpty && column.Role is not (Role.RowId or Role.Text) && column.Column.Kind != Kind.Other).Select(column => column.Column).ToList();
        if (key is null || table.Reading.Of(Role.Item) is not null || table.Table.Rows > MostRows || columns.Count is < FewestColumns or > MostColumns || table.Column(key.Name) is not { Distinct: > 1 } ids || ids.Present < Repeated * ids.Distinct)
        {
            return null;
        }

        var differ = Sql.Join(", ", columns.Select((column, place) => (Sql)$"CASE WHEN min({column.Value}) <> max({column.Value}) THEN 1.0 ELSE 0.0 END AS {new Name($"d{place}")}"));
        var shares = Sql.Join(", ", columns.Select((_, place) => (Sql)$"avg({new Name($"d{place}")})"));
        var (keys, varying) = @case.Dataset.Row(
            $"SELECT count(*), {shares} FROM (SELECT {differ} FROM {table.Table.From} WHERE {key.Value} IS NOT NULL GROUP BY {key.Value} HAVING count(*) > 1) AS several",
            row => (row.CountAt(0), Shares: columns.Select((_, place) => row.NumberAt(place + 1) ?? 0).ToList()));
        var often = varying.Count(share => share >= Often);
        return keys >= FewestKeys && often > 0 && varying.Count(share => share < Seldom) >= Constant * columns.Count ? often : null;
    }
}

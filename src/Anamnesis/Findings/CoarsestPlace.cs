using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>The column that names the fewest places, of those that name two or more: wards of a hospital differ by nature.</summary>
static class CoarsestPlace
{
    internal static Column? Of(TableProfile table, int most) => table.Reading.Columns
        .Where(column => column.Role == Role.Site && table.Column(column.Column.Name)?.Distinct is >= 2 and var places && places <= most)
        .MinBy(column => table.Column(column.Column.Name)!.Distinct)?.Column; // just seen
}

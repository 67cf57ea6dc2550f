using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>Whether the rows of a finding follow each other without a break in the numbering of the table: another form, study part or period, not single decisions.</summary>
static class UnbrokenRun
{
    const long Fewest = 10; // rows; fewer may follow each other by chance
    const double Most = 0.9; // of all rows
    const double Whole = 0.98; // of the rows between the first and the last

    /// <summary>Share of the rows between the first and the last one of the finding that belong to it, by running number; null without one.</summary>
    internal static double? Of(Case @case)
    {
        var finding = @case.Finding;
        var key = @case.Table.Variables.FirstOrDefault(variable => variable.Variable is { Item: null, Column.Kind: Kind.Number }
            && variable.Variable.Role is Role.RowId or Role.Patient or Role.Stay or Role.Other or Role.Category
            && variable.Missing == 0 && variable.Distinct == variable.Rows);
        if (key is null || @case.Table.OneIn > 1 || finding.Count < Fewest || finding.Share > Most || finding.Condition is not { } condition)
        {
            return null;
        }

        var place = key.Variable.Column.Value;
        return @case.Dataset.Row<double?>(
            $"""
            SELECT count(*) FILTER (WHERE {condition}), count(*)
            FROM {@case.Table.Table.From}
            WHERE {place} >= (SELECT min({place}) FROM {@case.Table.Table.From} WHERE {condition})
              AND {place} <= (SELECT max({place}) FROM {@case.Table.Table.From} WHERE {condition})
            """,
            row => row.CountAt(1) == 0 ? null : (double)row.CountAt(0) / row.CountAt(1));
    }

    /// <summary>True when nothing, or nearly nothing, interrupts the run.</summary>
    internal static bool Is(double? share) => share >= Whole;
}

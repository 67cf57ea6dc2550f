using System.Globalization;
using Anamnesis.Findings.Statistics;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;

namespace Anamnesis.Reports;

/// <summary>Which picture tells a finding better than words.</summary>
static class Charts
{
    internal static string Of(Diagnosis diagnosis, Profile profile, Rendering rendering)
    {
        var finding = diagnosis.Finding;
        if (profile.Table(finding.Table) is not { } table)
        {
            return string.Empty;
        }

        var variable = finding.Where.Item is { } item ? table.Item(item) : finding.Columns.Count > 0 ? table.Column(finding.Columns[0]) : null;
        return finding.Kind switch
        {
            "missingness-step" or "missing" or "co-missing" or "missing-in-less-sick" or "missing-in-sicker" when variable is not null => OverTime(variable, rendering) + BySite(diagnosis, rendering),
            "missing-at-site" or "duplicate-rows" or "disguised-missing" => BySite(diagnosis, rendering),
            "spike" when variable is not null => Around(variable, finding.Number, rendering),
            "two-humps" when variable is not null => Logs(variable, rendering),
            "last-digits" when variable is not null => Digits(variable, rendering),
            "round-times" or "date-only" or "no-rhythm" => Clock(table, finding.Columns, rendering),
            "level-shift" when variable is not null => Levels(variable),
            "gap" or "edge" => Months(table, finding.Columns, rendering),
            _ => string.Empty,
        };
    }

    static string OverTime(VariableProfile variable, Rendering rendering)
    {
        var months = variable.Cells.Where(cell => cell.Month is not null).GroupBy(cell => cell.Month!.Value).OrderBy(group => group.Key).ToList(); // filtered
        return Svg.Line(
            $"Share of empty cells of {variable.Variable.Label} by month",
            [.. months.Select(month => (month.Key.ToString("yyyy-MM", CultureInfo.InvariantCulture), Share(month.Sum(cell => cell.Rows - cell.Present), month.Sum(cell => cell.Rows), rendering)))], "%");
    }

    static string BySite(Diagnosis diagnosis, Rendering rendering) => diagnosis.BySite.Count < 2 ? string.Empty : Svg.Bars(
        "Share of rows concerned by site", [.. diagnosis.BySite.Select(group => (group.Group, Share(group.Count, group.Rows, rendering), false))], "%");

    static string Around(VariableProfile variable, double? spike, Rendering rendering)
    {
        if (spike is not { } value)
        {
            return string.Empty;
        }

        var place = Math.Max(0, variable.Numbers.Values.TakeWhile(other => other < value).Count());
        var near = variable.Numbers.Pairs.Skip(Math.Max(0, place - 12)).Take(25);
        return Svg.Bars(
            $"How often {variable.Variable.Label} has each value around {value.ToString(CultureInfo.InvariantCulture)}",
            [.. near.Select(pair => (pair.Value.ToString("0.###", CultureInfo.InvariantCulture), (double?)Privacy.Cell(pair.Count, rendering), pair.Value == value))], "values");
    }

    static string Logs(VariableProfile variable, Rendering rendering)
    {
        const double Bin = 0.08; // decades
        var bins = variable.Numbers.Pairs.Where(pair => pair.Value > 0).GroupBy(pair => (int)Math.Floor(Math.Log10(pair.Value) / Bin)).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Count));
        return bins.Count == 0 || bins.Keys.Max() - bins.Keys.Min() > 120 ? string.Empty : Svg.Bars(
            $"{variable.Variable.Label} on a logarithmic scale",
            [.. Enumerable.Range(bins.Keys.Min(), bins.Keys.Max() - bins.Keys.Min() + 1).Select(bin => (Math.Pow(10, bin * Bin).ToString("G3", CultureInfo.InvariantCulture), (double?)Privacy.Cell(bins.GetValueOrDefault(bin), rendering), false))], "values");
    }

    static string Digits(VariableProfile variable, Rendering rendering) => Svg.Bars(
        $"Last digits of {variable.Variable.Label}; all would be equally frequent",
        [.. Grid.Digits(variable.Numbers, Grid.Usual(variable.Numbers)).Select((count, digit) => (digit.ToString(CultureInfo.InvariantCulture), (double?)Privacy.Cell(count, rendering), digit == 0))], "values");

    static string Clock(TableProfile table, IReadOnlyList<string> columns, Rendering rendering)
    {
        if (table.Clocks.FirstOrDefault(clock => columns.Contains(clock.Column.Name)) is not { } clock)
        {
            return string.Empty;
        }

        return Svg.Bars($"{clock.Column.Name} by minute of the hour", [.. clock.Minutes.Select((rows, minute) => ($":{minute:00}", (double?)Privacy.Cell(rows, rendering), minute is 0 or 30))], "rows")
            + Svg.Bars($"{clock.Column.Name} by hour of the day", [.. clock.Hours.Select((rows, hour) => ($"{hour:00}", (double?)Privacy.Cell(rows, rendering), false))], "rows");
    }

    static string Levels(VariableProfile variable)
    {
        var months = variable.Cells.Where(cell => cell is { Month: not null, Median: not null, Present: >= Privacy.SmallestCell }).GroupBy(cell => cell.Month!.Value).OrderBy(group => group.Key); // filtered
        return Svg.Line($"Median of {variable.Variable.Label} by month", [.. months.Select(month => (month.Key.ToString("yyyy-MM", CultureInfo.InvariantCulture), (double?)month.Average(cell => cell.Median!.Value)))], "value"); // filtered
    }

    static string Months(TableProfile table, IReadOnlyList<string> columns, Rendering rendering) =>
        table.Clocks.FirstOrDefault(clock => columns.Contains(clock.Column.Name)) is not { } clock ? string.Empty : Svg.Line(
            $"Rows of {table.Table.Name} by month", [.. clock.Months.Select(month => (month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), (double?)Privacy.Cell(month.Rows, rendering)))], "rows");

    static double? Share(long count, long rows, Rendering rendering) =>
        Privacy.Cell(count, rendering) is null || Privacy.Cell(rows, rendering) is null || rows == 0 ? null : (double)count / rows;
}

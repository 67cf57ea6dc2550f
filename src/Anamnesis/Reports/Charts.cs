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
        var months = variable.Cells.Where(cell => cell.Month is not null)
            .AggregateBy(cell => cell.Month!.Value, (Missing: 0L, Rows: 0L), (sum, cell) => (sum.Missing + cell.Rows - cell.Present, sum.Rows + cell.Rows)) // filtered
            .OrderBy(month => month.Key).Select(month => new Breakdown(Month(month.Key), month.Value.Missing, month.Value.Rows));
        return Svg.Line($"Share of empty cells of {variable.Variable.Label} by month", [.. Suppression.Groups([.. months], rendering).Select(month => (month.Group, Share(month.Cell)))], "%");
    }

    static string BySite(Diagnosis diagnosis, Rendering rendering) => diagnosis.BySite.Count < 2 ? string.Empty : Svg.Bars(
        "Share of rows concerned by site", [.. Suppression.Groups(diagnosis.BySite, rendering).Select(group => (group.Group, Share(group.Cell), false))], "%");

    static string Around(VariableProfile variable, double? spike, Rendering rendering)
    {
        if (spike is not { } value)
        {
            return string.Empty;
        }

        var place = Math.Max(0, variable.Numbers.Values.TakeWhile(other => other < value).Count());
        var near = variable.Numbers.Pairs.Skip(Math.Max(0, place - 12)).Take(25).ToList();
        var counts = Suppression.Cells([.. near.Select(pair => pair.Count)], rendering);
        return Svg.Bars(
            $"How often {variable.Variable.Label} has each value around {value.ToString(CultureInfo.InvariantCulture)}",
            [.. near.Select((pair, i) => (pair.Value.ToString("0.###", CultureInfo.InvariantCulture), (double?)counts[i], pair.Value == value))], "values");
    }

    static string Logs(VariableProfile variable, Rendering rendering)
    {
        const double Bin = 0.08; // decades
        const int MostBins = 120;
        var bins = variable.Numbers.Pairs.Where(pair => pair.Value > 0).GroupBy(pair => (int)Math.Floor(Math.Log10(pair.Value) / Bin)).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Count));
        if (bins.Count == 0 || bins.Keys.Max() - bins.Keys.Min() > MostBins)
        {
            return string.Empty;
        }

        var first = bins.Keys.Min();
        var counts = Suppression.Cells([.. Enumerable.Range(first, bins.Keys.Max() - first + 1).Select(bin => bins.GetValueOrDefault(bin))], rendering);
        return Svg.Bars($"{variable.Variable.Label} on a logarithmic scale", [.. counts.Select((count, i) => (Math.Pow(10, (first + i) * Bin).ToString("0.##", CultureInfo.InvariantCulture), (double?)count, false))], "values");
    }

    static string Digits(VariableProfile variable, Rendering rendering) => Counted(
        $"Last digits of {variable.Variable.Label}; all would be equally frequent",
        [.. Grid.Digits(variable.Numbers, Grid.Usual(variable.Numbers))], digit => ($"{digit}", digit == 0), "values", rendering);

    static string Clock(TableProfile table, IReadOnlyList<string> columns, Rendering rendering) =>
        table.Clocks.FirstOrDefault(clock => columns.Contains(clock.Column.Name)) is not { } clock ? string.Empty
        : Counted($"{clock.Column.Name} by minute of the hour", clock.Minutes, minute => ($":{minute:00}", minute is 0 or 30), "rows", rendering)
            + Counted($"{clock.Column.Name} by hour of the day", clock.Hours, hour => ($"{hour:00}", false), "rows", rendering);

    static string Counted(string title, IReadOnlyList<long> counts, Func<int, (string Label, bool Marked)> bar, string unit, Rendering rendering) => Svg.Bars(
        title, [.. Suppression.Cells(counts, rendering).Select((count, i) => (bar(i).Label, (double?)count, bar(i).Marked))], unit);

    static string Levels(VariableProfile variable)
    {
        var months = variable.Cells.Where(cell => cell is { Month: not null, Median: not null, Present: >= Privacy.SmallestCell }).GroupBy(cell => cell.Month!.Value).OrderBy(group => group.Key); // filtered
        return Svg.Line($"Median of {variable.Variable.Label} by month", [.. months.Select(month => (Month(month.Key), (double?)month.Average(cell => cell.Median!.Value)))], "value"); // filtered
    }

    static string Months(TableProfile table, IReadOnlyList<string> columns, Rendering rendering)
    {
        if (table.Clocks.FirstOrDefault(clock => columns.Contains(clock.Column.Name)) is not { } clock)
        {
            return string.Empty;
        }

        var counts = Suppression.Cells([.. clock.Months.Select(month => month.Rows)], rendering);
        return Svg.Line($"Rows of {table.Table.Name} by month", [.. clock.Months.Select((month, i) => (Month(month.Month), (double?)counts[i]))], "rows");
    }

    static string Month(DateTime month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    static double? Share((long Count, long Rows)? cell) => cell is { Rows: > 0 } shown ? (double)shown.Count / shown.Rows : null;
}

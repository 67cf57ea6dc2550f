using Anamnesis.Mechanisms;
using CsCheck;

namespace Anamnesis.Reports;

/// <summary>Small cells of a breakdown are hidden, and cannot be computed back.</summary>
public sealed class SuppressionLaws
{
    static readonly Rendering Discreet = new();
    static readonly Gen<long[]> Counts = Gen.OneOf(Gen.Long[0, 6], Gen.Long[0, 40], Gen.Long[100, 5000]).Array[1, 9];

    [Fact]
    public void No_cell_from_1_to_4_is_shown() => Counts.Sample(counts =>
        Suppression.Cells(counts, Discreet).All(cell => cell is null or 0 or >= Privacy.SmallestCell));

    [Fact]
    public void What_is_shown_is_true() => Counts.Sample(counts =>
        Suppression.Cells(counts, Discreet).Zip(counts).All(pair => pair.First is null || pair.First == pair.Second));

    [Fact]
    public void Nothing_is_hidden_without_need() => Counts.Sample(counts =>
        counts.Any(count => count is > 0 and < Privacy.SmallestCell) || Suppression.Cells(counts, Discreet).All(cell => cell is not null));

    [Fact]
    public void The_total_and_the_siblings_leave_every_hidden_cell_open() => Counts.Sample(counts =>
    {
        var cells = Suppression.Cells(counts, Discreet);
        var hidden = cells.Count(cell => cell is null);
        var left = counts.Sum() - cells.Sum(cell => cell ?? 0);
        return hidden == 0 || hidden == counts.Length || (hidden >= 2 && left >= 10);
    });

    [Fact]
    public void Count_and_rows_of_a_group_are_hidden_together_and_stay_open() =>
        Gen.Select(Gen.Long[0, 12], Gen.Long[0, 30], (count, more) => (Count: count, Rows: count + more)).Array[2, 9].Sample(cells =>
        {
            var shown = Suppression.Groups([.. cells.Select((cell, i) => new Breakdown($"site {i}", cell.Count, cell.Rows))], Discreet);
            var hidden = cells.Where((_, i) => shown[i].Cell is null).ToList();
            return shown.All(group => group.Cell is not { } cell || (cell.Count is 0 or >= 5 && cell.Rows is 0 or >= 5))
                && (hidden.Count == 0 || hidden.Count == cells.Length || (hidden.Count >= 2
                    && (hidden.TrueForAll(cell => cell.Count is 0 or >= 5) || hidden.Sum(cell => cell.Count) >= 10)
                    && (hidden.TrueForAll(cell => cell.Rows is 0 or >= 5) || hidden.Sum(cell => cell.Rows) >= 10)));
        });

    [Fact]
    public void Asked_for_values_everything_is_shown() => Counts.Sample(counts =>
        Suppression.Cells(counts, new Rendering { ShowValues = true }).Zip(counts).All(pair => pair.First == pair.Second));
}

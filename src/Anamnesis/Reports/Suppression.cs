using Anamnesis.Mechanisms;

namespace Anamnesis.Reports;

/// <summary>Hides the small cells of a breakdown, and as many of their siblings as it takes that none can be computed back from the total.</summary>
/// <remarks>A cell is small from 1 to 4; 0 is no person and is shown. Hidden cells are at least two and together at least ten, so that the total leaves each of them open.</remarks>
static class Suppression
{
    const int Fewest = 2; // hidden cells: the total less the others gives a single one away
    const long Together = 2 * Privacy.SmallestCell; // what hidden cells hold in all: below, their sum alone says that they are small

    /// <summary>The counts of a breakdown in their order; null is hidden.</summary>
    internal static IReadOnlyList<long?> Cells(IReadOnlyList<long> counts, Rendering rendering)
    {
        var hidden = Hidden([.. counts.Select(count => (count, count))], rendering);
        return [.. counts.Select((count, place) => hidden.Contains(place) ? (long?)null : count)];
    }

    /// <summary>A finding by group in its order; null is a group whose count and rows are hidden together.</summary>
    internal static IReadOnlyList<(string Group, (long Count, long Rows)? Cell)> Groups(IReadOnlyList<Breakdown> groups, Rendering rendering)
    {
        var hidden = Hidden([.. groups.Select(group => (group.Count, group.Rows))], rendering);
        return [.. groups.Select((group, place) => (group.Group, hidden.Contains(place) ? ((long, long)?)null : (group.Count, group.Rows)))];
    }

    static HashSet<int> Hidden(IReadOnlyList<(long Count, long Rows)> cells, Rendering rendering)
    {
        if (rendering.ShowValues)
        {
            return [];
        }

        HashSet<int> hidden = [.. Enumerable.Range(0, cells.Count).Where(place => IsSmall(cells[place].Count) || IsSmall(cells[place].Rows))];
        var siblings = Enumerable.Range(0, cells.Count).Where(place => !hidden.Contains(place))
            .OrderBy(place => cells[place].Count == 0).ThenBy(place => cells[place].Count).ThenBy(place => cells[place].Rows);
        var next = new Queue<int>(hidden.Count == 0 ? [] : siblings);
        while (next.Count > 0 && !IsOpen([.. hidden.Select(place => cells[place])]))
        {
            hidden.Add(next.Dequeue());
        }

        return hidden;
    }

    static bool IsSmall(long count) => count is > 0 and < Privacy.SmallestCell;

    /// <summary>True when the sum of the hidden cells does not tell what one of them is.</summary>
    static bool IsOpen(IReadOnlyList<(long Count, long Rows)> hidden) => hidden.Count >= Fewest
        && (!hidden.Any(cell => IsSmall(cell.Count)) || hidden.Sum(cell => cell.Count) >= Together)
        && (!hidden.Any(cell => IsSmall(cell.Rows)) || hidden.Sum(cell => cell.Rows) >= Together);
}

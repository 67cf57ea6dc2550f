using Anamnesis.Engines;

namespace Anamnesis.Mechanisms.Values;

/// <summary>A slip of the finger: isolated cells that one simple edit repairs.</summary>
sealed class KeyingError : IMechanism
{
    const double Rare = 0.02; // share of rows that slips of typing may touch

    const int Many = 5; // odd values

    public string Id => "keying-error";

    public IReadOnlyList<string> Explains { get; } =
        ["extremes", "impossible-value", "cross-field", "time-order", "impossible-date", "spellings", "duplicate-key", "two-humps", "repeated-table", "lone-rises"];

    public IReadOnlyList<Sign> Signs(Case @case) => @case.Finding.Kind switch
    {
        "extremes" or "impossible-value" => [.. OfCells(@case)],
        "cross-field" => [.. OfPair(@case)],
        "repeated-table" => [.. OfCopies(@case)],
        "two-humps" => [Sign.Against($"{@case.Finding.Share:P1} of the values form the second hump, too many for slips", @case.Finding.Share, @case.Finding.Share > 0.005)],
        _ => [.. OfRows(@case)],
    };

    /// <summary>Severity 1 is one potassium result in fifty with its decimal point lost.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.labs AS labs
        SET result = replace(labs.result, '.', '')
        FROM {setting.Draws("labs")} AS draws
        WHERE draws.row_id = labs.row_id AND labs.test = 'potassium' AND draws.u1 < {setting.Severity * 0.004}
        """,
    ];

    static IEnumerable<Sign> OfCells(Case @case)
    {
        if (OddCells.Of(@case) is not { } cells)
        {
            yield break;
        }

        var repairable = cells.Repairable;
        var edit = $"one simple edit (decimal point, swapped or doubled digit) brings {repairable:P0} of the odd values among the others";
        yield return cells.RestIsNarrow
            ? Sign.Strong(edit, repairable, cells.AreSingle && repairable >= 0.5)
            : Sign.Support($"{edit}, which are wide apart themselves", repairable, cells.AreSingle && repairable >= 0.5);
        yield return Sign.Support($"the odd values are single cells: {cells.Odd.Total} of {cells.Total}", cells.Odd.Total, cells.AreSingle);
        yield return Sign.Against($"{1 - repairable:P0} of the odd values come from no single slip", repairable, cells.Odd.Total >= Many && repairable < 0.5);
        yield return Sign.Against($"{cells.Odd.Total} of {cells.Total} values are odd, too many for slips", cells.Odd.Total, !cells.AreSingle);
        var neighbours = Neighbours.Of(@case, cells);
        yield return Sign.Strong(
            $"the patient's values before and after are ordinary in {neighbours?.Calm ?? 0} of {neighbours?.Cells ?? 0} cases",
            neighbours?.Calm,
            neighbours is not null && neighbours.Calm > 0.6 * neighbours.Cells);
        yield return Sign.Against(
            $"the patient's values before or after are unusual, too, in {neighbours?.Leaning ?? 0} of {neighbours?.Cells ?? 0} cases",
            neighbours?.Leaning,
            neighbours is not null && neighbours.Leaning > 0.6 * neighbours.Cells);
    }

    static IEnumerable<Sign> OfCopies(Case @case)
    {
        var facts = @case.Finding.Facts;
        var (changed, columns) = (facts.GetValueOrDefault("changed"), facts.GetValueOrDefault("columns"));
        var share = changed / Math.Max(1, @case.Finding.Denominator);
        yield return Sign.Strong($"{changed:0} rows differ, in {columns:0} columns: single cells were changed by hand", changed, changed > 0 && share <= Rare && columns <= 3);
        yield return Sign.Against($"{share:P0} of the rows differ, too many for slips", share, share > 5 * Rare || changed == 0);
    }

    static IEnumerable<Sign> OfPair(Case @case)
    {
        var share = @case.Finding.Share;
        yield return Sign.Against("one of the two is empty where the other has the number: nobody typed it wrongly", null, @case.Finding.Token == "lost");
        yield return Sign.Support($"the contradiction is rare ({share:P1} of the rows)", share, share <= 0.05);
        yield return Sign.Against($"the contradiction is frequent ({share:P1} of the rows)", share, share > 0.2);
        var swapped = Swapped(@case);
        var oneSided = @case.Finding.Facts.GetValueOrDefault("onesided") == 1 && @case.Finding.Count >= 5;
        yield return Sign.Against("all of them differ in the same direction, as slips would not", @case.Finding.Count, oneSided);
        yield return Sign.Against("one column is computed from the other in every row", share, share >= 1);
        yield return Sign.Strong($"with the two fields exchanged, {swapped ?? 0:P0} of the rows are plausible", swapped, swapped >= 0.5);
    }

    /// <summary>Share of the rows in which each of two numbers lies in the middle 96 % of the other's column; null when they are no two numbers.</summary>
    static double? Swapped(Case @case)
    {
        if (@case.Finding.Columns.Count != 2 || @case.Finding.Condition is not { } condition
            || @case.Table.Column(@case.Finding.Columns[0]) is not { Numbers.Total: > 0 } one || @case.Table.Column(@case.Finding.Columns[1]) is not { Numbers.Total: > 0 } other)
        {
            return null;
        }

        return Math.Abs(one.Numbers.Quantile(0.5) - other.Numbers.Quantile(0.5)) < 1e-9 ? null : @case.Dataset.Number(
            $"""
            SELECT avg(CASE WHEN {other.Variable.Value} BETWEEN {one.Numbers.Quantile(0.02)} AND {one.Numbers.Quantile(0.98)}
                AND {one.Variable.Value} BETWEEN {other.Numbers.Quantile(0.02)} AND {other.Numbers.Quantile(0.98)} THEN 1.0 ELSE 0.0 END)
            FROM {@case.Table.Table.From}
            WHERE {condition}
            """);
    }

    static IEnumerable<Sign> OfRows(Case @case)
    {
        var (share, count) = (@case.Finding.Share, @case.Finding.Count);
        yield return Sign.Support($"it is rare: {count} of {@case.Finding.Denominator} rows", share, share <= Rare || count <= 3);
        yield return Sign.Against($"it is frequent: {share:P1} of the rows", share, share > 0.1 && count > 3);
        var words = @case.Finding.Facts.GetValueOrDefault("words");
        yield return Sign.Against($"{words:0} words differ in capitals, blanks or punctuation and never in a letter, where a slip would", words, @case.Finding.Kind == "spellings" && words >= 3);
        var alone = @case.Finding.Kind == "impossible-date" && count <= 2 && share <= 0.01;
        yield return Sign.Support($"a single date among {@case.Finding.Denominator}", count, alone);
        var far = Far(@case);
        yield return Sign.Strong($"the times are apart by {far ?? 0:0} days in the median, as when a year or month is mistyped", far, count <= 5 && far > 300);
    }

    /// <summary>Median days between the two times of the rows; null for other findings.</summary>
    static double? Far(Case @case)
    {
        if (@case.Finding.Kind != "time-order" || @case.Finding.Columns.Count != 2 || @case.Finding.Condition is not { } condition
            || @case.Table.Table.Column(@case.Finding.Columns[0]) is not { Kind: Kind.Time } one || @case.Table.Table.Column(@case.Finding.Columns[1]) is not { Kind: Kind.Time } other)
        {
            return null;
        }

        Sql days = $"abs({@case.Dialect.Epoch(one.Value)} - {@case.Dialect.Epoch(other.Value)}) / 86400.0";
        return @case.Dataset.Number($"SELECT {@case.Dialect.Quantile(days, 0.5)} FROM {@case.Table.Table.From} WHERE {condition}");
    }
}

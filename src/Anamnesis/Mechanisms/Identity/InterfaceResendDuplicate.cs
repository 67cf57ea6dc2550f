using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Identity;

/// <summary>The same message was sent twice.</summary>
sealed class InterfaceResendDuplicate : IMechanism
{
    const double Few = 0.001; // share of duplicate rows

    const long MostRows = 300_000; // of tables that are grouped once more

    public string Id => "interface-resend-duplicate";

    public IReadOnlyList<string> Explains => ["duplicate-rows", "duplicate-key", "repeated-value", "repeated-table"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var duplicates = (double)@case.Table.DuplicateRows / Math.Max(1, @case.Table.Table.Rows);
        var key = @case.Table.Reading.Of(Role.Patient) is not null;
        var bare = Bare(@case);
        var crossed = @case.Finding.Kind == "duplicate-rows" && MultipliedRows.In(@case.Finding.Table, @case.Profile, @case.Dataset);
        var few = @case.Finding.Kind == "duplicate-rows" && !crossed ? FewVary.Of(@case) : null;
        var timed = @case.Table.Reading.Clock is not null;
        var named = key || timed || @case.Table.Reading.Of(Role.Stay) is not null || @case.Table.Reading.Of(Role.RowId) is not null;
        return
        [
            Sign.Strong($"{Says.Share(duplicates)} of the rows equal another in every column but the row's number", duplicates, @case.Finding.Kind == "duplicate-rows" && named && (duplicates >= Few || @case.Table.DuplicateRows >= 1) && !(bare >= 0.8) && !crossed && few is null),
            Sign.Against($"the rows of one stay or person differ in {few ?? 0} columns alone, as where it was joined with several values of these", few, few is not null),
            Sign.Against("the rows of the table are pairs of two things, so that equal ones come about by joining", null, crossed),
            Sign.Support("rows equal another in every column", duplicates, @case.Finding.Kind == "duplicate-rows" && !named),
            Sign.Against("no column names a person, a time or an event, so that two people may look alike", null, @case.Finding.Kind == "duplicate-rows" && !named),
            Sign.Support("person and time are equal too, so it is the same event", null, @case.Finding.Kind == "duplicate-rows" && key && timed && !crossed),
            Sign.Against($"{(bare is { } b ? Says.Share(b) : "none")} of them hold no value that could tell two events apart", bare, bare >= 0.8),
            Sign.Support("the two tables hold the same rows: one was delivered again", null, @case.Finding.Kind == "repeated-table" && @case.Finding.Facts.GetValueOrDefault("changed") == 0),
            Sign.Against("the repeated values stand at different times", null, @case.Finding.Kind == "repeated-value" && @case.Variable?.Sequence is { } s && s.SameTime < s.Same * 0.1),
        ];
    }

    /// <summary>Share of the equal rows in which every value column is empty: two samples without a result look alike; null without such columns.</summary>
    static double? Bare(Case @case)
    {
        var values = @case.Table.Reading.Columns.Where(column => column.Role == Role.Value && !column.IsEmpty && column.Column.Kind != Kind.Other).Select(column => (Sql)$"{new Name(column.Column.Name)} IS NULL").ToList();
        return @case.Finding.Kind != "duplicate-rows" || values.Count == 0 || @case.Table.Table.Rows > MostRows ? null : @case.Dataset.Row(
            $"SELECT sum(copies), sum(CASE WHEN {Sql.Join(" AND ", values)} THEN copies ELSE 0 END) FROM ({@case.Finding.Rows}) AS equal_rows",
            row => row.CountAt(0) == 0 ? (double?)null : (double)row.CountAt(1) / row.CountAt(0));
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        INSERT INTO record.labs
        SELECT l.row_id + 1000000000000000, l.* EXCLUDE (row_id) FROM record.labs AS l
        JOIN {setting.Draws("labs")} AS d ON d.row_id = l.row_id WHERE d.u1 < {setting.Severity * 0.2}
        """,
    ];
}

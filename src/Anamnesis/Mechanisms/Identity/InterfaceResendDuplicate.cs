using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Identity;

/// <summary>The same message was sent twice.</summary>
sealed class InterfaceResendDuplicate : IMechanism
{
    const double Few = 0.001; // share of duplicate rows

    public string Id => "interface-resend-duplicate";

    public IReadOnlyList<string> Explains => ["duplicate-rows", "duplicate-key", "repeated-value", "repeated-table"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var duplicates = (double)@case.Table.DuplicateRows / Math.Max(1, @case.Table.Table.Rows);
        var key = @case.Table.Reading.Of(Role.Patient) is not null;
        var timed = @case.Table.Reading.Clock is not null;
        var named = key || timed || @case.Table.Reading.Of(Role.Stay) is not null || @case.Table.Reading.Of(Role.RowId) is not null;
        return
        [
            Sign.Strong($"{Says.Share(duplicates)} of the rows equal another in every column but the row's number", duplicates, @case.Finding.Kind == "duplicate-rows" && named && (duplicates >= Few || @case.Table.DuplicateRows >= 1)),
            Sign.Support("rows equal another in every column", duplicates, @case.Finding.Kind == "duplicate-rows" && !named),
            Sign.Against("no column names a person, a time or an event, so that two people may look alike", null, @case.Finding.Kind == "duplicate-rows" && !named),
            Sign.Support("person and time are equal too, so it is the same event", null, @case.Finding.Kind == "duplicate-rows" && key && timed),
            Sign.Support("the two tables hold the same rows: one was delivered again", null, @case.Finding.Kind == "repeated-table" && @case.Finding.Facts.GetValueOrDefault("changed") == 0),
            Sign.Against("the repeated values stand at different times", null, @case.Finding.Kind == "repeated-value" && @case.Variable?.Sequence is { } s && s.SameTime < s.Same * 0.1),
        ];
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

using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Signal;

/// <summary>What a machine states stands there as if it were so.</summary>
sealed class FalseAlarmLabels : IMechanism
{
    const double Least = 0.7; // of the statements that hold when read again; mechanisms.md

    public string Id => "false-alarm-labels";

    public IReadOnlyList<string> Explains => ["statement-apart"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var (machine, reader) = (@case.Finding.Facts["machine"], @case.Finding.Facts["reader"]);
        var holds = reader / Math.Max(machine, 1e-9);
        var waves = Waves(@case);
        return
        [
            Sign.Strong($"of the machine's statements at most {Says.Share(holds)} would hold when read again", holds, holds < Least),
            Sign.Strong($"in {Says.Share(waves ?? 0)} of these rows a PR interval was measured, which fibrillation does not have", waves, waves >= 0.3),
            Sign.Against($"{Says.Share(holds)} of the statements would hold when read again", holds, holds >= 0.8),
        ];
    }

    /// <summary>Share of the rows stating fibrillation or pacing that have a PR interval all the same; null where none is measured.</summary>
    static double? Waves(Case @case)
    {
        var interval = @case.Table.Reading.Columns.FirstOrDefault(column => column.Column.Kind == Kind.Number && NameTokens.Of(column.Column.Name) is var name && (name.Is("pr", "pq", "printerval", "pqinterval", "prms", "pqms") || name.Has("pr")))?.Column;
        return interval is null || @case.Finding.Condition is not { } condition || @case.Finding.Token?.Contains("fib", StringComparison.OrdinalIgnoreCase) != true ? null
            : @case.Dataset.Row($"SELECT avg(CASE WHEN {interval.Value} IS NOT NULL THEN 1.0 ELSE 0.0 END) FROM {@case.Table.Table.From} WHERE {condition}", row => row.NumberAt(0));
    }

    /// <summary>The cart calls severity × 0.5 of the sinus rhythms with extra beats fibrillation; where nobody reads again it stays so.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) => !setting.Has("ecgs") ? [] :
    [
        $"""
        UPDATE record.ecgs AS e SET rhythm = 'atrial fibrillation', statement = 'atrial fibrillation'
        FROM {setting.Draws("ecgs")} AS d WHERE d.row_id = e.row_id AND e.status = 'automatic' AND e.rhythm = 'sinus rhythm' AND d.u1 < {setting.Severity * 0.5}
        """,
    ];
}

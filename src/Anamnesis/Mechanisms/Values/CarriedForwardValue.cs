using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Values;

/// <summary>Yesterday's number copied into today: whole sets of values equal the set before.</summary>
sealed class CarriedForwardValue : IMechanism
{
    const double Copied = 0.01; // share of consecutive sets that are identical in all columns
    const double Pieces = 0.7;
    const double Everybody = 0.2; // share of one value among all: a default, not a copy

    public string Id => "carried-forward-value";

    public IReadOnlyList<string> Explains { get; } = ["repeated-value"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        if (@case.Variable is not { Sequence: { } sequence } variable
            || !@case.Finding.Facts.TryGetValue("ratio", out var ratio) || !@case.Finding.Facts.TryGetValue("share", out var share))
        {
            return [];
        }

        var common = (double)variable.Numbers.CountOf(variable.Numbers.Mode) / variable.Numbers.Total;
        var resent = sequence.Pairs == 0 ? 0 : (double)sequence.SameTime / sequence.Pairs;
        var vectors = Vectors(@case);
        var pieces = Identity.EncounterSplitting.Pieces(@case);
        return
        [
            Sign.Strong($"{share:P0} of consecutive values are equal beyond what the other steps lead one to expect ({ratio:0.#} times)", ratio, ratio >= 3),
            Sign.Support($"{share:P0} of consecutive values are equal beyond what the other steps lead one to expect ({ratio:0.#} times)", ratio, ratio < 3),
            Sign.Strong($"{vectors ?? 0:P1} of consecutive sets are equal in every column", vectors, vectors >= Copied),
            Sign.Against($"{Says.Share(pieces ?? 0)} of the rows that repeat the one before are pieces of one stay", pieces, pieces >= Pieces),
            Sign.Against($"one value makes up {common:P0} of all values: the same across patients", common, common >= Everybody),
            Sign.Against($"{resent:P0} of the pairs have one time: the same result sent twice", resent, resent > 0.2),
        ];
    }

    /// <summary>Severity is the share of sets of vital signs that repeat the set before.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.vitals AS vitals
        SET sbp = before.sbp, dbp = before.dbp, heart_rate = before.heart_rate, resp_rate = before.resp_rate,
            temperature = before.temperature, spo2 = before.spo2, weight = before.weight
        FROM (SELECT row_id, lag(sbp) OVER stay AS sbp, lag(dbp) OVER stay AS dbp, lag(heart_rate) OVER stay AS heart_rate, lag(resp_rate) OVER stay AS resp_rate,
                lag(temperature) OVER stay AS temperature, lag(spo2) OVER stay AS spo2, lag(weight) OVER stay AS weight, lag(row_id) OVER stay AS copied
            FROM record.vitals
            WINDOW stay AS (PARTITION BY stay_id ORDER BY taken)) AS before
        JOIN {setting.Draws("vitals")} AS draws ON draws.row_id = before.row_id
        WHERE before.row_id = vitals.row_id AND before.copied IS NOT NULL AND draws.u1 < {setting.Severity * 0.5}
        """,
    ];

    /// <summary>Share of a patient's consecutive rows that are equal in all columns of the finding; null for one column.</summary>
    static double? Vectors(Case @case)
    {
        var (patient, clock) = (@case.Table.Reading.Of(Role.Patient), @case.Table.Reading.Clock);
        var columns = @case.Finding.Columns.Select(@case.Table.Table.Column).OfType<Column>().ToList();
        if (patient is null || clock is null || columns.Count < 3)
        {
            return null;
        }

        var equal = Sql.Join(" AND ", columns.Select((_, place) => (Sql)$"{new Name($"now_{place}")} = {new Name($"before_{place}")}"));
        var pairs = Sql.Join(", ", columns.Select((column, place) =>
            (Sql)$"{column.Value} AS {new Name($"now_{place}")}, lag({column.Value}) OVER (PARTITION BY {patient.Value} ORDER BY {clock.Value}) AS {new Name($"before_{place}")}"));
        return @case.Dataset.Row(
            $"""
            SELECT avg(CASE WHEN {equal} AND taken > before THEN 1.0 ELSE 0.0 END)
            FROM (SELECT {clock.Value} AS taken, lag({clock.Value}) OVER (PARTITION BY {patient.Value} ORDER BY {clock.Value}) AS before, {pairs} FROM {@case.Table.Table.From}) AS sets
            WHERE before IS NOT NULL
            """,
            row => row.NumberAt(0));
    }
}

using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Mechanisms.Values;

namespace Anamnesis.Mechanisms.Signal;

/// <summary>The sensor was not on the patient: lead off, motion, a flushed or damped line; the monitor goes on numbering.</summary>
sealed class LeadOffMotionLineArtefact : IMechanism
{
    const double Mostly = 0.8;
    const double Slips = 0.6; // of the odd values that one edit explains
    const int Many = 3;

    /// <summary>What a monitor counts: a slip of the finger touches one of them, and any other column as well.</summary>
    static readonly HashSet<string> Channels = new(StringComparer.Ordinal) { "heart_rate", "sbp", "dbp", "map", "spo2", "resp_rate" };

    public string Id => "lead-off-motion-line-artefact";

    public IReadOnlyList<string> Explains => ["impossible-value", "extremes", "cross-field"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        if (@case.Finding.Kind == "cross-field")
        {
            return OfPressures(@case);
        }

        if (@case.Variable is not { Variable.Known: { } known } || !Channels.Contains(known))
        {
            return [Sign.Against("no monitor counts this", null, true)];
        }

        var cells = OddCells.Of(@case);
        var calm = Calm(@case);
        return
        [
            Sign.Strong($"in {Says.Share(calm?.Share ?? 0)} of these rows the other {calm?.Channels ?? 0} channels are ordinary", calm?.Share, calm?.Share >= Mostly && cells?.Repairable < Slips),
            Sign.Support($"{Says.Share(1 - (cells?.Repairable ?? 1))} of the odd values come from no single slip of the finger", cells?.Repairable, cells is { Odd.Total: >= Many } && cells.Repairable < Slips),
            Sign.Against($"in {Says.Share(1 - (calm?.Share ?? 1))} of these rows other channels are odd, too", calm?.Share, calm?.Share < 0.5),
            Sign.Against($"{Says.Share(cells?.Repairable ?? 0)} of the odd values are one slip of the finger away from ordinary ones", cells?.Repairable, cells?.Repairable >= Slips),
        ];
    }

    /// <summary>Share of the odd rows in which every other channel lies where nine in ten of all do.</summary>
    static (double Share, int Channels)? Calm(Case @case)
    {
        var others = @case.Table.Variables.Where(other => other.Variable is { Item: null, Known: { } known } && Channels.Contains(known) && other.Numbers.Total > 0 && !@case.Finding.Columns.Contains(other.Variable.Column.Name)).ToList();
        if (others.Count < 2 || @case.Finding.Condition is not { } condition)
        {
            return null;
        }

        var ordinary = Sql.Join(" AND ", others.Select(other => (Sql)$"({other.Variable.Value} IS NULL OR {other.Variable.Value} BETWEEN {other.Numbers.Quantile(0.01)} AND {other.Numbers.Quantile(0.99)})"));
        return @case.Dataset.Row($"SELECT avg(CASE WHEN {ordinary} THEN 1.0 ELSE 0.0 END) FROM {@case.Table.Table.From} WHERE {condition}", row => row.NumberAt(0) is { } share ? (share, others.Count) : ((double, int)?)null);
    }

    /// <summary>A damped line shows one pressure twice; swapped fields show a low first and a high second.</summary>
    static IReadOnlyList<Sign> OfPressures(Case @case)
    {
        var pressures = @case.Finding.Columns.Select(@case.Table.Column).Where(column => column?.Variable is { Known: "sbp" or "dbp", Column.Kind: Kind.Number }).Select(column => column!.Variable.Value).ToList(); // filtered
        double? flat = pressures.Count != 2 || @case.Finding.Columns.Count != 2 || @case.Finding.Condition is not { } condition ? null
            : @case.Dataset.Row($"SELECT avg(CASE WHEN abs({pressures[0]} - {pressures[1]}) <= 5 THEN 1.0 ELSE 0.0 END) FROM {@case.Table.Table.From} WHERE {condition}", row => row.NumberAt(0));
        return
        [
            Sign.Strong($"in {Says.Share(flat ?? 0)} of these rows both pressures are within 5 mmHg, as from a damped line", flat, flat >= Mostly),
            Sign.Against("the fields are no two pressures of one line, or lie far apart", flat, flat is null or < 0.5),
        ];
    }

    /// <summary>Severity × 0.04 of the sets are taken while a cable is off: the rate counts tremor, or the line is damped to one pressure.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.vitals AS v SET
            heart_rate = CASE WHEN d.u2 < 0.6 THEN floor(300 + 45 * d.u3) ELSE v.heart_rate END,
            sbp = CASE WHEN d.u2 < 0.6 THEN v.sbp ELSE v.dbp END
        FROM {setting.Draws("vitals")} AS d WHERE d.row_id = v.row_id AND d.u1 < {setting.Severity * 0.04}
        """,
    ];
}

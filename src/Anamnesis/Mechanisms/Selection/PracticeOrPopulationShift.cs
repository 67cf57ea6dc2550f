using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Selection;

/// <summary>Medicine changed: a guideline, a drug, a pandemic, a new team.</summary>
sealed class PracticeOrPopulationShift : IMechanism
{
    const double Other = 1.3; // times the share with the outcome
    const double Same = 0.9; // of the usual rows in another table

    public string Id => "practice-or-population-shift";

    public IReadOnlyList<string> Explains => ["fewer-in-months", "case-mix", "growing-code", "level-shift"];

    public IReadOnlyList<Sign> Signs(Case @case) => @case.Finding.Kind switch
    {
        "growing-code" => OfCode(@case),
        "level-shift" => OfLevel(@case),
        _ => OfPatients(@case),
    };

    /// <summary>More or fewer people, things or events than before.</summary>
    static IReadOnlyList<Sign> OfLevel(Case @case)
    {
        var tally = @case.Variable is { } variable && Tally.Is(variable);
        return
        [
            Sign.Strong("it counts people, things or events, and from then on there were more or fewer of them", null, tally),
            Sign.Against("it is measured, and counts nobody", null, !tally),
        ];
    }

    /// <summary>A code that grows because what it names does: the measurements that belong to it say so.</summary>
    static IReadOnlyList<Sign> OfCode(Case @case)
    {
        var rise = @case.Finding.Facts["last"] - @case.Finding.Facts["first"];
        var grown = Coding.ReimbursementDrivenCoding.Objective(@case) is { } objective ? objective.Last - objective.First : (double?)null;
        return
        [
            Sign.Strong("the measurements that belong to the code grow with it", grown, grown > 0.6 * rise),
            Sign.Against("the measurements that belong to the code stay as they were", grown, grown <= 0.25 * rise),
        ];
    }

    static IReadOnlyList<Sign> OfPatients(Case @case)
    {
        var fewer = @case.Finding.Kind == "fewer-in-months";
        var share = @case.Finding.Facts.GetValueOrDefault("share");
        var sicker = fewer ? Sicker(@case) : null;
        var beside = fewer ? Beside(@case) : null;
        var overlap = fewer ? null : InTime.OfPlace(@case);
        return
        [
            Sign.Strong($"for {@case.Finding.Facts.GetValueOrDefault("months"):0} months there were {Says.Share(share)} of the usual rows, and afterwards as many as before", share, fewer),
            Sign.Support($"who came then was another kind of patient: the outcome was {(sicker is { } s ? Says.Number(Math.Round(s, 1)) : "no")} times as frequent", sicker, sicker is >= Other or <= 1 / Other),
            Sign.Strong($"the places deliver in other years ({(overlap is { } o ? Says.Share(o) : "none")} of the time is common)", overlap, overlap < 0.2),
            Sign.Against($"another table has {(beside is { } b ? Says.Share(b) : "none")} of its usual rows in those months: the cause is technical", beside, beside >= Same),
            Sign.Against("the difference lies between places that deliver at the same time, or no time is known", overlap, !fewer && !(overlap < 0.2)),
        ];
    }

    /// <summary>How many times as frequent the outcome is in the period as outside; null when the table does not tell.</summary>
    static double? Sicker(Case @case)
    {
        if (Sickness.In(@case.Table) is not { } sickness || @case.Finding.Condition is not { } then)
        {
            return null;
        }

        var (now, usual) = @case.Dataset.Row(
            $"SELECT avg(CASE WHEN {sickness.Sicker} THEN 1.0 ELSE 0.0 END) FILTER (WHERE {then}), avg(CASE WHEN {sickness.Sicker} THEN 1.0 ELSE 0.0 END) FILTER (WHERE NOT ({then})) FROM {@case.Table.Table.From} WHERE {sickness.Column.Value} IS NOT NULL",
            row => (row.NumberAt(0), row.NumberAt(1)));
        return now is null || usual is null or 0 ? null : now / usual;
    }

    /// <summary>The most that another table with at least as many rows holds in those months, against the months around.</summary>
    static double? Beside(Case @case)
    {
        if (@case.Finding.Where is not { From: { } from, To: { } to })
        {
            return null;
        }

        var shares = @case.Profile.Originals
            .Where(table => table.Table.Name != @case.Finding.Table && table.Table.Rows >= @case.Table.Table.Rows)
            .Select(table => table.Calendar?.Months).OfType<IReadOnlyList<(DateTime Month, long Rows)>>()
            .Select(months => (
                Then: months.Where(month => month.Month >= from && month.Month < to).ToList(),
                Around: months.Where(month => month.Month >= from.Plus(months: -6) && month.Month < to.Plus(months: 6) && (month.Month < from || month.Month >= to)).ToList()))
            .Where(months => months.Then.Count > 0 && months.Around.Count >= 6)
            .Select(months => (double?)(months.Then.Average(month => (double)month.Rows) / Math.Max(1, months.Around.Average(month => (double)month.Rows))));
        return shares.Max();
    }

    /// <summary>For a spring the less ill stay away.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        CREATE OR REPLACE TEMP TABLE stayed_away AS SELECT s.stay_id AS gone FROM record.stays AS s JOIN {setting.Draws("stays")} AS d ON d.row_id = s.row_id
        WHERE s.admitted >= {setting.From ?? new DateTime(2020, 3, 1)} AND s.admitted < {setting.To ?? new DateTime(2020, 8, 1)} AND d.u1 < least(0.95, {setting.Severity} * CASE WHEN s.died = 1 THEN 0.6 ELSE 1.4 END)
        """,
        .. setting.Tables.Where(table => table.Has("stay_id")).Select(table => (Sql)$"DELETE FROM {Sql.Raw("record." + table.Name)} WHERE stay_id IN (SELECT gone FROM stayed_away)"),
    ];
}

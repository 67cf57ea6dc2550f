using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Deidentification;

/// <summary>Every patient's dates were moved by a secret number of days.</summary>
sealed class PerPatientDateShift : IMechanism
{
    const double MostlyFuture = 0.5;
    const double WholePatients = 0.8;
    const int FewestPatients = 5;
    const int LongSpan = 60; // years, longer than hospitals keep electronic records

    public string Id => "per-patient-date-shift";

    public IReadOnlyList<string> Explains => ["no-rhythm", "impossible-date", "time-order"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var clock = @case.Clock();
        var future = clock is null ? (double?)null : clock.FarFuture;
        var span = clock is null ? (double?)null : (clock.Span.Last - clock.Span.First).TotalDays / 365.25;
        var weekend = clock is null ? (double?)null : (double)(clock.Weekdays[0] + clock.Weekdays[6]) / clock.Present;
        var lag = @case.Lag();
        var whole = @case.Finding.Token is "future" ? Whole(@case) : null;
        var moved = @case.Finding.Token is "future" && ImpossibleDate.AreMoved(@case.Profile);
        return
        [
            Sign.Strong($"{(future is { } f ? Says.Share(f) : "none")} of the dates lie in the far future", future, future >= MostlyFuture && @case.Finding.Token is "future"),
            Sign.Strong($"{Says.Share(@case.Finding.Share)} of the dates lie before the year {ClockProfile.Earliest}", @case.Finding.Share, @case.Finding.Token is "past"),
            Sign.Strong($"Saturdays and Sundays have {(weekend is { } w ? Says.Share(w) : "no")} of the events, as chance would have it", weekend, @case.Finding.Kind == "no-rhythm"),
            Sign.Support($"the dates span {(span is { } s ? Says.Number(Math.Round(s)) : "no")} years", span, span >= LongSpan && @case.Finding.Token is null or "future"),
            Sign.Strong($"of the patients with a date in the far future {(whole is { } w2 ? Says.Share(w2) : "none")} have all of theirs there", whole, whole >= WholePatients),
            Sign.Strong("nearly every time column of the extract reaches into the far future", null, moved),
            Sign.Against("the odd dates are few, and the others are ordinary", @case.Finding.Share, @case.Finding.Kind == "impossible-date" && @case.Finding.Share < 0.2 && @case.Finding.Token is not "age" && !moved && !(whole >= WholePatients)),
            Sign.Against("some births alone were moved, not all dates of the patients", null, @case.Finding.Token is "age"),
            Sign.Against("times of one row stand in the wrong order by less than a day", null, @case.Finding.Kind == "time-order" && (lag is null || lag.WholeDays < 0.5 * lag.Negative)),
        ];
    }

    /// <summary>Of the patients with several dates and one in the far future, the share with all of them there; null where there are too few.</summary>
    static double? Whole(Case @case)
    {
        if (@case.Table.Reading.Of(Role.Patient) is not { } patient || @case.Table.Table.Column(@case.Finding.Columns[0]) is not { } time)
        {
            return null;
        }

        var (all, whole) = @case.Dataset.Row(
            $"""
            SELECT count(*), count(*) FILTER (WHERE late = dates)
            FROM (SELECT count(*) AS dates, count(*) FILTER (WHERE extract(year from {time.Value}) >= {ClockProfile.Future}) AS late FROM {@case.Table.Table.From} WHERE {time.Value} IS NOT NULL GROUP BY {patient.Value}) AS patients
            WHERE late > 0 AND dates > 1
            """,
            row => (row.CountAt(0), row.CountAt(1)));
        return all < FewestPatients ? null : (double)whole / all;
    }

    public IReadOnlyList<Sql> Distort(Setting setting)
    {
        Sql shift = $"SELECT p.patient_id AS shifted, to_days(CAST(floor(d.u2 * 36500) AS INTEGER)) AS days FROM record.patients AS p JOIN {setting.Draws("patients")} AS d ON d.row_id = p.row_id WHERE d.u1 < {setting.Severity * 2}";
        return
        [
            $"CREATE OR REPLACE TEMP TABLE date_shift AS {shift}",
            .. setting.Tables.Where(table => table.Has("patient_id") && table.Times.Any()).Select(table =>
                (Sql)$"UPDATE {Sql.Raw("record." + table.Name)} SET {Sql.Join(", ", table.Times.Select(column => (Sql)$"{new Name(column.Name)} = CAST({new Name(column.Name)} + days AS {Sql.Raw(column.Type)})"))} FROM date_shift WHERE shifted = patient_id"),
        ];
    }
}

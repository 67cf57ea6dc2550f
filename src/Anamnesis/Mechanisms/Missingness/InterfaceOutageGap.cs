using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>A cable, a queue or a device was down.</summary>
sealed class InterfaceOutageGap : IMechanism
{
    const double StillGoing = 0.7; // of the usual rate of another table in the same days

    public string Id => "interface-outage-gap";

    public IReadOnlyList<string> Explains => ["gap", "missingness-step", "co-missing"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var gap = @case.Finding.Kind == "gap";
        var others = gap ? Others(@case) : null;
        var expected = @case.Finding.Facts.GetValueOrDefault("expected");
        return
        [
            Sign.Strong($"about {Says.Count((long)expected)} rows would be expected in these days, and there are none", expected, gap && expected >= 14),
            Sign.Strong($"other tables kept {(others is { } share ? Says.Share(share) : "nothing")} of their usual rows in the same days", others, others >= StillGoing),
            Sign.Against("other tables fall silent, too", others, others < 0.3),
        ];
    }

    public IReadOnlyList<Sql> Distort(Setting setting)
    {
        if (setting.From is not null)
        {
            return [$"DELETE FROM record.labs WHERE collected IS NOT NULL"]; // of the days that were given
        }

        var days = 3 + (int)Math.Round(14 * setting.Severity);
        var middle = setting.Once($"SELECT CAST(quantile_disc(collected, 0.55) AS DATE) FROM truth.labs");
        return [$"DELETE FROM record.labs WHERE collected >= {middle} AND collected < {middle} + {days}"];
    }

    /// <summary>Rows of the busiest other table in the days of the gap, against the days around.</summary>
    static double? Others(Case @case)
    {
        if (@case.Finding.Where is not { From: { } first, To: { } last })
        {
            return null;
        }

        var length = (last - first).TotalDays + 1;
        var shares = from table in @case.Profile.Tables
                     where table != @case.Table
                     let clock = table.Clocks.FirstOrDefault(c => c.Column.Name == table.Reading.Clock?.Name)
                     where clock is { Calendar.Count: > 60 }
                     let around = clock.Calendar.Where(day => Math.Abs((day.Day - first).TotalDays) <= 56 && (first > day.Day || day.Day > last)).Sum(day => day.Rows) / (113 - length)
                     where around > 0.2
                     select clock.Calendar.Where(day => day.Day >= first && day.Day <= last).Sum(day => day.Rows) / (around * length);
        return shares.Select(share => (double?)share).Max();
    }
}

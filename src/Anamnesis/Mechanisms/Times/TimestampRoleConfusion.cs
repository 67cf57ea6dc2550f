using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Times;

/// <summary>A time column holds another event of the clock than its name says.</summary>
sealed class TimestampRoleConfusion : IMechanism
{
    const double Negative = 0.005;
    const double Equal = 0.2;

    public string Id => "timestamp-role-confusion";

    public IReadOnlyList<string> Explains => ["time-order", "impossible-date"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var share = @case.Finding.Share;
        var lag = @case.Lag();
        var equal = lag is null ? (double?)null : (double)lag.Zero / Math.Max(1, lag.Pairs);
        var days = lag is null ? (double?)null : (double)lag.WholeDays / Math.Max(1, lag.Negative);
        var site = @case.Concentration(@case.Table.Reading.Of(Role.Site));
        var clinical = @case.Finding.Kind == "time-order";
        var goes = clinical ? Identity.EncounterSplitting.GoesOn(@case) : null;
        var nothing = DateOnlyAndPlaceholderDates.Nothing(@case);
        var birthOrDeath = @case.Finding.Columns.Any(column => NameTokens.Of(column).Contains("birth", "dob", "death", "dod"));
        return
        [
            Sign.Strong($"{Says.Share(share)} of the pairs stand in the wrong order", share, clinical && share >= Negative && @case.Finding.Count >= 5),
            Sign.Support($"{(equal is { } e ? Says.Share(e) : "none")} of the pairs are equal to the second", equal, equal >= Equal),
            Sign.Support($"{(site is { } s ? Says.Share(s.Largest) : "none")} of them come from one place", site?.Largest, site is { } place && place.Largest > 0.8 && place.Elsewhere < 0.6),
            Sign.Against($"{(days is { } d ? Says.Share(d) : "none")} of the wrong orders are whole days apart", days, days > 0.9 && lag is not null && !lag.From.DaysOnly && !lag.To.DaysOnly && lag.Negative >= 5),
            Sign.Against($"after {Says.Share(goes ?? 0)} of the stays that end too early the patient's next one begins within a day: they were cut", goes, goes >= Identity.EncounterSplitting.Mostly),
            Sign.Against("one of the times is a date that programs write for nothing", nothing, nothing >= 0.9),
            Sign.Against("it concerns a birth or a death, which is one event", null, birthOrDeath),
        ];
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.labs SET collected = resulted + to_seconds(CAST(300 + 3600 * d.u2 AS BIGINT))
        FROM {setting.Draws("labs")} AS d WHERE d.row_id = labs.row_id AND d.u1 < {setting.Severity * 0.4}
        """,
    ];
}

using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>The extract's edges: left truncation, right censoring, records that arrive late.</summary>
sealed class ExtractWindowTruncation : IMechanism
{
    const double Fallen = 0.8;
    const double Open = 5;
    const double EdgeShare = 0.12; // of the time span

    public string Id => "extract-window-truncation";

    public IReadOnlyList<string> Explains => ["edge", "missingness-step", "gap", "missing-in-sicker", "missing-by-answer", "cross-field"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var fallen = facts.TryGetValue("fallen", out var f) ? f : (double?)null;
        var open = facts.TryGetValue("open", out var o) ? o : (double?)null;
        var clock = @case.Table.Clocks.FirstOrDefault(c => c.Column.Name == @case.Table.Reading.Clock?.Name);
        var late = clock is not null && @case.Finding.Where.From is { } from && (clock.Span.Last - from).TotalDays < EdgeShare * (clock.Span.Last - clock.Span.First).TotalDays;
        var follow = @case.Finding.Kind == "missing-by-answer" && @case.Finding.Columns.Any(name => Profiling.NameTokens.Of(name) is var tokens && tokens.Contains("follow", "censor", "lost", "fu"));
        return
        [
            Sign.Strong($"the last months hold {(fallen is { } share ? Says.Share(share) : "all")} of the usual rows", fallen, fallen <= Fallen),
            Sign.Strong($"stays without an end are {(open is { } times ? Says.Number(Math.Round(times)) : "not")} times as frequent at the end of the extract", open, open >= Open),
            Sign.Strong("one of two follow-up times is always the longer: they ended on different days", facts.GetValueOrDefault("onesided"), facts.GetValueOrDefault("onesided") == 1),
            Sign.Against("the fields are no two times of follow-up", null, @case.Finding.Kind == "cross-field" && !facts.ContainsKey("followups")),
            Sign.Support("it begins in the last part of the time span", null, late),
            Sign.Support("it goes with the follow-up having ended", null, follow),
            Sign.Against("it lies in the middle of the time span", null, clock is not null && @case.Finding.Where.From is not null && !late),
        ];
    }

    public IReadOnlyList<Sql> Distort(Setting setting)
    {
        var last = setting.Once($"SELECT max(admitted) FROM truth.stays");
        return
        [
            $"CREATE OR REPLACE TEMP TABLE late_stays AS SELECT s.stay_id FROM record.stays AS s JOIN {setting.Draws("stays")} AS d ON d.row_id = s.row_id WHERE s.admitted > {last} - to_days(95) AND d.u1 < 0.3 + {setting.Severity} * CASE WHEN s.admitted > {last} - to_days(50) THEN 1 ELSE 0.6 END",
            .. setting.Tables.Where(table => table.Has("stay_id")).Select(table => (Sql)$"DELETE FROM {Sql.Raw("record." + table.Name)} WHERE stay_id IN (SELECT stay_id FROM late_stays)"),
        ];
    }
}

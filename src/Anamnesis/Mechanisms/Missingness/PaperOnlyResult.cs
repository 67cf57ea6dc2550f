using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>Measured, but the result stayed on paper, in a PDF or in a device.</summary>
sealed class PaperOnlyResult : IMechanism
{
    const double Points = 0.4;
    const double Flat = 1.25; // odds ratio by severity that still counts as none

    public string Id => "paper-only-result";

    public IReadOnlyList<string> Explains => ["missing-at-site", "missing", "co-missing", "missing-in-sicker", "missing-by-answer"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var range = @case.Finding.Kind == "missing-at-site" ? facts.GetValueOrDefault("high") - facts.GetValueOrDefault("low") : (double?)null;
        var odds = SelectiveOrderingBySeverity.Severity(@case);
        var people = @case.Table.Reading.Of(Profiling.Role.Patient) is not null || @case.Profile.Tables.All(table => table.Reading.Of(Profiling.Role.Patient) is null); // a dictionary of codes is about nobody
        var result = people && (SelectiveOrderingBySeverity.IsTest(@case) || SelectiveOrderingBySeverity.IsNumber(@case));
        var never = @case.Finding.Kind == "missing-at-site" && facts.GetValueOrDefault("high") >= 0.98;
        var loose = @case.Finding.Kind == "missing-by-answer" && facts.GetValueOrDefault("strict") == 0 && facts.GetValueOrDefault("covered") >= 0.8;
        var order = PanelCoOrdering.IsOrder(@case);
        var asked = @case.Finding.Kind == "missing" && !(@case.Variable is { } answers && OnlyYes.SaysNoSeldom(answers)) && @case.Finding.Columns.Any(SelfReported.Is);
        return
        [
            Sign.Strong($"the share of empty cells differs by {(range is { } r ? Says.Share(r) : "nothing")} between places", range, people && range >= Points),
            Sign.Support($"sicker and less sick miss it alike (odds ratio {(odds is { } o ? Says.Number(Math.Round(o, 2)) : "not different from 1")})", odds, people && range >= Points && (odds is null || (odds < Flat && odds > 1 / Flat))),
            Sign.Support("people answer it themselves, often on paper", null, asked),
            Sign.Support("one way of working goes with it, but not without exception", facts.GetValueOrDefault("share"), loose),
            Sign.Against($"sicker and less sick differ (odds ratio {(odds is { } d ? Says.Number(Math.Round(d, 2)) : "none")})", odds, odds is > 2 or < 0.5),
            Sign.Against("several laboratory tests are empty in the same rows: an order that was not given, and laboratories send no paper", null, order),
            Sign.Against("another answer decides without exception which are empty", null, SelectiveOrderingBySeverity.ByDesign(@case)),
            Sign.Against("at that place another column's answer decides which are empty", null, AnswerAtPlace.Decides(@case)),
            Sign.Against("it is no result that could have stayed on paper", null, !result && !asked),
            Sign.Against("one place has none at all, as if the field did not exist there", facts.GetValueOrDefault("high"), never),
        ];
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.vitals SET weight = NULL FROM {setting.Draws("vitals")} AS d
        WHERE d.row_id = vitals.row_id AND ward = (SELECT min(ward) FROM record.vitals) AND d.u1 < least(0.95, {2.7 * setting.Severity})
        """,
    ];
}

using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Selection;

/// <summary>Who gets in: referral, admission, device, consent.</summary>
sealed class EntryFilterReferralConsent : IMechanism
{
    const double Apart = 0.5; // standard deviations
    const double Points = 0.25;

    public string Id => "entry-filter-referral-consent";

    public IReadOnlyList<string> Explains => ["case-mix", "constant"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var mix = @case.Finding.Kind == "case-mix";
        var (apart, points) = (facts.GetValueOrDefault("apart"), facts.GetValueOrDefault("points"));
        var outcome = @case.Finding.Kind == "constant" && @case.Finding.Columns.Any(column => @case.Table.Reading.Column(column)?.Role == Role.Outcome && !NameTokens.Of(column).Contains("cens"));
        var overlap = mix ? InTime.OfPlace(@case) : null;
        return
        [
            Sign.Strong($"the people of one place differ from the others by {Says.Number(Math.Round(apart, 2))} standard deviations of the age", apart, apart >= Apart),
            Sign.Strong($"what later happened differs by {Says.Share(points)} between places that deliver the same", points, points >= Points),
            Sign.Strong("all rows have the same outcome, and it is what later happened: they were chosen by it", null, outcome),
            Sign.Support($"the places deliver in the same years ({(overlap is { } o ? Says.Share(o) : "none")} of the time is common)", overlap, overlap >= 0.5),
            Sign.Against($"the places deliver in other years ({(overlap is { } p ? Says.Share(p) : "none")} of the time is common)", overlap, overlap < 0.2),
            Sign.Against("it is no outcome, so nobody was chosen by it", null, @case.Finding.Kind == "constant" && !outcome),
        ];
    }

    /// <summary>One hospital is sent the younger only: the elder never come, with all that would have been written about them.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        CREATE OR REPLACE TEMP TABLE never_came AS SELECT s.stay_id AS gone FROM record.stays AS s JOIN {setting.Draws("stays")} AS d ON d.row_id = s.row_id
        WHERE s.site = 'River' AND s.age > 65 AND d.u1 < least(0.95, {1.5 * setting.Severity})
        """,
        .. setting.Tables.Where(table => table.Has("stay_id")).Select(table => (Sql)$"DELETE FROM {Sql.Raw("record." + table.Name)} WHERE stay_id IN (SELECT gone FROM never_came)"),
    ];
}

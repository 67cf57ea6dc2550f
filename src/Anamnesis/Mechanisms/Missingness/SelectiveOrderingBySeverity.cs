using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>Not measured because nobody needed to know.</summary>
sealed class SelectiveOrderingBySeverity : IMechanism
{
    const double Twice = 2; // odds of being measured, sicker against less sick
    const double Abnormal = 0.5; // share of measured values outside the usual range

    public string Id => "selective-ordering-by-severity";

    public IReadOnlyList<string> Explains => ["missing-in-less-sick", "missing", "co-missing", "missing-at-site", "missing-by-answer", "leakage"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var odds = facts.TryGetValue("odds", out var ratio) ? ratio : Severity(@case);
        var measured = odds is { } o ? 1 / o : (double?)null;
        var told = @case.Finding.Columns.Count > 0 && @case.Finding.Columns.All(SelfReported.Is);
        var (test, number) = (IsTest(@case), IsNumber(@case));
        var complete = CompleteBeside(@case);
        var share = @case.Finding.Share;
        var run = @case.Finding.Kind is "missing" or "co-missing" ? UnbrokenRun.Of(@case) : null;
        var site = @case.Finding.Kind == "missing-at-site" ? facts.GetValueOrDefault("high") - facts.GetValueOrDefault("low") : (double?)null;
        var answer = IsOfSickness(@case);
        return
        [
            Sign.Strong("what it hangs on tells how ill somebody is, and the less ill have no result", facts.GetValueOrDefault("share"), answer && test && measured >= Twice),
            Sign.Against("what it hangs on does not tell how ill somebody is", null, @case.Finding.Kind == "missing-by-answer" && !answer),
            Sign.Against("an answer that tells nothing of it decides without exception; who decides by severity makes some", null, !answer && ByDesign(@case)),
            Sign.Strong($"the sicker are measured more often (odds {(measured is { } m ? Says.Number(Math.Round(m, 1)) : "not known")} times those of the less sick)", measured, !told && measured >= Twice && @case.Finding.Kind == "missing-in-less-sick" && !IsMoment(@case)),
            Sign.Support($"the sicker are measured more often (odds {(measured is { } n ? Says.Number(Math.Round(n, 1)) : "not known")} times those of the less sick)", measured, measured >= Twice && test && @case.Finding.Kind != "missing-in-less-sick"),
            Sign.Against("the sicker are measured less often, not more", measured, measured <= 1 / Twice),
            Sign.Against("people tell it themselves; nobody orders it", null, told),
            Sign.Against("it is the time of something, which nobody measures", null, IsMoment(@case)),
            Sign.Support("it is a test that somebody has to order", null, test),
            Sign.Support("it is a number or a code, as results are", null, number && !test),
            Sign.Support($"{(complete is { } c ? Says.Share(c) : "none")} of the columns that need no order are complete", complete, complete >= 0.5 && share is >= 0.01 and < 1 && test),
            Sign.Against("its rows follow each other without a break, as a form or a part of a study does", run, UnbrokenRun.Is(run)),
            Sign.Against("the row is there, so it was ordered; only its value is not", null, @case.Table.Reading.Layout == Layout.Long && @case.Finding.Kind != "leakage"),
            Sign.Against("the values tell the outcome, not whether they are there", null, @case.Finding.Kind == "leakage"),
            Sign.Against($"places differ by {(site is { } points ? Says.Share(points) : "nothing")}, far more than patients do", site, site >= 0.6 && measured is not (>= Twice or <= 0.5)),
        ];
    }

    /// <summary>Under one answer every cell is empty, and under all others none.</summary>
    internal static bool ByDesign(Case @case) => @case.Finding.Kind == "missing-by-answer" && @case.Finding.Facts is var facts
        && facts.GetValueOrDefault("strict") == 1 && facts.GetValueOrDefault("covered") >= 0.99 && facts.GetValueOrDefault("elsewhere") <= 0.01;

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.stays SET troponin = NULL FROM {setting.Draws("stays")} AS d
        WHERE d.row_id = stays.row_id AND d.u1 < {setting.Severity} * CASE WHEN died = 1 OR icu = 'yes' THEN 0.1 ELSE 1.5 END
        """,
    ];

    /// <summary>The answer that goes with the empty cells tells the sicker from the others.</summary>
    internal static bool IsOfSickness(Case @case) => @case.Finding.Kind == "missing-by-answer" && NameTokens.Of(@case.Finding.Columns[^1]) is var name
        && (Sickness.In(@case.Table)?.Column.Name == @case.Finding.Columns[^1] || name.Has("icu", "itu", "intensive", "emergency", "oit", "its", "intensivstation", "oiom"));

    /// <summary>Odds ratio of missing in the sicker, when the table tells who they are.</summary>
    internal static double? Severity(Case @case)
    {
        if (Sickness.In(@case.Table) is not { } sickness || @case.Finding.Condition is not { } missing || @case.Finding.Columns.Contains(sickness.Column.Name))
        {
            return null;
        }

        var counts = @case.Dataset.Row(
            $"""
            SELECT count(*) FILTER (WHERE ({sickness.Sicker}) AND {missing}), count(*) FILTER (WHERE {sickness.Sicker}),
              count(*) FILTER (WHERE NOT ({sickness.Sicker}) AND {missing}), count(*) FILTER (WHERE NOT ({sickness.Sicker})) FROM {@case.Table.Table.From}
            """,
            row => (A: row.CountAt(0), Sick: row.CountAt(1), C: row.CountAt(2), Well: row.CountAt(3)));
        var odds = Findings.Statistics.Odds.Of(counts.A, counts.Sick - counts.A, counts.C, counts.Well - counts.C);
        return counts.Sick < 5 || counts.Well < 5 || (odds.Low < 1 && odds.High > 1) ? null : odds.Ratio;
    }

    /// <summary>Times of events: they are empty where nothing happened.</summary>
    internal static bool IsMoment(Case @case) => @case.Finding.Kind is "missing" or "missing-in-less-sick" or "co-missing" && @case.Finding.Columns.Count > 0
        && @case.Finding.Columns.All(name => @case.Table.Reading.Column(name) is { Role: Role.Taken or Role.Start or Role.End or Role.Known or Role.Recorded } or { Column.Kind: Kind.Time });

    /// <summary>A laboratory value or a measurement that is known by its name, not a description of the person.</summary>
    internal static bool IsTest(Case @case) => AnyOrAll(@case, name => @case.Table.Reading.Column(name) is { Variable: { } id, VariableConfidence: >= 0.6 }
        && Variables.Find(id) is { } known && known.Id is not ("age" or "height" or "weight" or "bmi"));

    /// <summary>A number or code that may be a result, though its name does not tell; no code of a thing and no money.</summary>
    internal static bool IsNumber(Case @case) => AnyOrAll(@case, name => @case.Table.Reading.Column(name) is { Column.Kind: Kind.Number, Role: Role.Value or Role.Category }
        && !Measured.IsNamedAsCode(name) && !NameTokens.Of(name).Contains("date", "year", "age", "sex", "id", "amount", "cost", "paid", "payment", "charge"));

    /// <summary>All columns of a block, any of others.</summary>
    static bool AnyOrAll(Case @case, Func<string, bool> fits) => @case.Finding.Kind == "co-missing"
        ? @case.Finding.Columns.All(name => !SelfReported.Is(name) && fits(name))
        : @case.Finding.Columns.Any(name => !SelfReported.Is(name) && fits(name));

    /// <summary>Share of the columns about the person (age, sex, id, dates) that miss nothing.</summary>
    internal static double? CompleteBeside(Case @case)
    {
        var others = @case.Table.Variables.Where(v => v.Variable.Item is null && !@case.Finding.Columns.Contains(v.Variable.Column.Name)).ToList();
        return others.Count < 3 ? null : (double)others.Count(v => v.Missing <= 0.001 * v.Rows) / others.Count;
    }
}

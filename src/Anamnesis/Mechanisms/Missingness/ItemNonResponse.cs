using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>A question was left unanswered.</summary>
sealed class ItemNonResponse : IMechanism
{
    const double Most = 0.5; // share of the rows; more are not skipped, but not asked
    const double Together = 0.5; // of the rows of one question that also miss another one

    public string Id => "item-non-response";

    public IReadOnlyList<string> Explains => ["missing", "only-yes"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var finding = @case.Finding;
        var asked = finding.Kind == "missing" && finding.Columns.Count > 0 && finding.Columns.All(SelfReported.Is);
        var overlap = asked ? Overlap(@case, finding.Columns[0]) : null;
        var seldom = asked && @case.Variable is { } answers && OnlyYes.SaysNoSeldom(answers);
        var both = asked && @case.Variable is { } variable && OnlyYes.SaysNo(variable) && !OnlyYes.SaysNoSeldom(variable);
        return
        [
            Sign.Support("people answer it themselves", null, asked),
            Sign.Support($"some people leave it out ({Says.Share(finding.Share)}), most do not", finding.Share, asked && !seldom && finding.Share < Most),
            Sign.Support("a no is written as well as a yes, so that an empty one is no no", null, both),
            Sign.Strong($"other questions that people answer themselves are skipped, too, and by others: {(overlap is { } o ? Says.Share(o) : "none")} of the rows in common", overlap, overlap < Together),
            Sign.Against($"the same rows miss other questions, too ({(overlap is { } p ? Says.Share(p) : "none")}): the form as a whole is missing", overlap, overlap >= Together),
            Sign.Against("a no is seldom written, though who skips a question would say no as often as yes", null, seldom),
            Sign.Against("nobody is asked for it", null, !asked),
            Sign.Against($"{Says.Share(finding.Share)} are empty: too many to have skipped it", finding.Share, asked && finding.Share >= Most),
        ];
    }

    /// <summary>Share of the rows without an answer to one question that miss the one nearest to it in extent; null without another.</summary>
    static double? Overlap(Case @case, string column)
    {
        var columns = @case.Table.Patterned.Select((one, place) => (one.Name, place)).ToList();
        var counts = @case.Table.PatternCounts;
        if (columns.FirstOrDefault(one => one.Name == column) is not { Name: not null } own || counts.Missing(own.place) == 0)
        {
            return null;
        }

        var others = columns.Where(one => one.Name != column && SelfReported.Is(one.Name) && counts.Missing(one.place) is var missing && missing > 0 && missing < Most * counts.Rows).ToList();
        return others.Count == 0 ? null : others.Average(other => (double)counts.Both(own.place, other.place) / counts.Missing(own.place));
    }

    /// <summary>Some do not tell whether they smoke; some leave out questions about their day at home.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.patients SET smoker = NULL FROM {setting.Draws("patients")} AS d WHERE d.row_id = patients.row_id AND d.u1 < {0.5 * setting.Severity}",
        .. setting.Has("telemonitoring") ? (Sql[])[
            $"""
            UPDATE record.telemonitoring AS t SET
                breathless = CASE WHEN d.u1 < {0.4 * setting.Severity} THEN NULL ELSE t.breathless END,
                swelling = CASE WHEN d.u2 < {0.3 * setting.Severity} THEN NULL ELSE t.swelling END
            FROM {setting.Draws("telemonitoring")} AS d WHERE d.row_id = t.row_id AND (d.u1 < {0.4 * setting.Severity} OR d.u2 < {0.3 * setting.Severity})
            """] : [],
    ];
}

using System.Text.RegularExpressions;
using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Identity;

/// <summary>A result goes out before it is validated, and again afterwards.</summary>
sealed partial class PreliminaryAndCorrectedVersions : IMechanism
{
    const double Often = 0.005; // of the rows
    const double Mostly = 0.8;
    const double Some = 0.1;

    public string Id => "preliminary-and-corrected-versions";

    public IReadOnlyList<string> Explains => ["several-versions", "cancelled-rows", "missing-by-answer"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        if (@case.Finding.Kind == "cancelled-rows")
        {
            var words = @case.Variable?.Texts.Where(text => Stage().IsMatch(text.Text)).Select(text => text.Text).ToList() ?? [];
            return
            [
                Sign.Strong($"{@case.Finding.Count} rows are kept beside those that replaced them, and a column says so", @case.Finding.Count, @case.Finding.Count > 0),
                Sign.Support($"{words.Count} words of the column name stages of an entry", words.Count, words.Count >= 2),
            ];
        }

        var facts = @case.Finding.Facts;
        if (@case.Finding.Kind == "missing-by-answer")
        {
            var early = IsEarlyStage(@case);
            return
            [
                Sign.Strong($"it is empty in {Says.Share(facts["share"])} of the rows that are said to be preliminary", facts["share"], early),
                Sign.Strong("who released a result, or when, is not known before it is released", null, early && facts["elsewhere"] < Some),
                Sign.Against("what it hangs on is no stage of a result", null, !early),
            ];
        }

        var stages = SeveralVersions.Status(@case.Table) is { } status ? @case.Table.Column(status.Name)?.Texts.Count(text => Stage().IsMatch(text.Text)) : null;
        var two = Coding.LocalCodeMisMapping.OfTwoTests(@case);
        return
        [
            Sign.Strong($"{Says.Share(facts["times"])} of the repeated results were released at another time", facts["times"], facts["times"] >= Mostly && facts["rows"] >= Often),
            Sign.Strong($"a column names {stages ?? 0} stages of a result, and {Says.Share(facts["stages"])} of the repeated results stand in more than one", facts["stages"], stages >= 2 && facts["stages"] >= 0.5),
            Sign.Support($"{Says.Share(facts["values"])} of the repeated results have another value", facts["values"], facts["values"] >= Some && facts["values"] < 1),
            Sign.Against($"{Says.Share(two ?? 0)} of them are of one or two tests, where many are measured", two, two >= Coding.LocalCodeMisMapping.Nearly),
            Sign.Against("the repeated results have neither another stage nor another time of release", null, facts["times"] < Some && facts["stages"] < Some),
        ];
    }

    /// <summary>The answer that goes with the empty cells is a word for a result that is not final yet.</summary>
    internal static bool IsEarlyStage(Case @case) => @case.Finding.Kind == "missing-by-answer" && @case.Table.Column(@case.Finding.Columns[^1]) is { } stage
        && stage.Texts.Any(text => Early().IsMatch(text.Text) && @case.Finding.Says.Contains($"'{text.Text}'", StringComparison.Ordinal));

    [GeneratedRegex("^(preliminary|provisional|partial|interim|wst[eę]pn[yae]|vorl[aä]ufig)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Early();

    /// <summary>Severity × 0.2 of the results were seen earlier in a preliminary version; six in ten of these with another value.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting)
    {
        var wide = setting.Tables.Any(table => table.Name == "labs" && table.Has("status"));
        Sql stage = wide ? (Sql)$", 'preliminary' AS status, NULL AS validated, NULL AS validated_by" : $"";
        Sql chosen = $"SELECT row_id, u2, u3 FROM {setting.Draws("labs")} AS d WHERE d.u1 < {setting.Severity * 0.2}";
        Sql value = Sql.Raw("TRY_CAST(l.result AS DOUBLE) * (0.9 + 0.2 * c.u2)");
        List<Sql> statements =
        [
            $"CREATE OR REPLACE TEMP TABLE early_results AS {chosen}",
            $"""
            INSERT INTO record.labs
            SELECT l.* REPLACE (l.row_id + 5000000000000000 AS row_id, l.collected + (l.resulted - l.collected) / 2 AS resulted,
                CASE WHEN c.u3 < 0.4 OR TRY_CAST(l.result AS DOUBLE) IS NULL THEN l.result WHEN position('.' IN l.result) = 0 THEN CAST(CAST(round({value}) AS BIGINT) AS VARCHAR)
                    WHEN length(split_part(l.result, '.', 2)) = 1 THEN format('{Sql.Raw("{:.1f}")}', {value}) ELSE format('{Sql.Raw("{:.2f}")}', {value}) END AS result{stage})
            FROM record.labs AS l JOIN early_results AS c ON c.row_id = l.row_id
            """,
        ];
        if (wide)
        {
            statements.Add($"UPDATE record.labs AS l SET status = 'corrected' FROM early_results AS c WHERE c.row_id = l.row_id AND c.u3 >= 0.4");
        }

        return statements;
    }

    [GeneratedRegex("^(p|f|c|x|a|prelim(inary)?|partial|final|corrected|correction|amended|addended|revised|rewritten|cancell?ed|superseded|registered|wst[eę]pn[yae]|ostateczn[yae]|korekta|vorl[aä]ufig|endg[uü]ltig|korrigiert|finishedrunning|changedose/rate|stopped|paused|active|completed)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Stage();
}

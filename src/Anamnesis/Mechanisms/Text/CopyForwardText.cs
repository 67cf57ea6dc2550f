using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Text;

/// <summary>Old truth in today's note: the text was copied from the one before.</summary>
sealed class CopyForwardText : IMechanism
{
    const double OverOthers = 5;
    const int MostNumbers = 6;
    const double Tells = 0.5; // share of the other texts that hold the number of the field
    const double Stale = 0.5; // of that share

    public string Id => "copy-forward-text";

    public IReadOnlyList<string> Explains => ["copied-text"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var (share, chance) = (@case.Finding.Facts.GetValueOrDefault("share"), @case.Finding.Facts.GetValueOrDefault("chance"));
        var stale = Numbers(@case);
        return
        [
            Sign.Strong($"{Says.Share(share)} of the texts begin as the one before about the same patient, {Says.Share(chance)} as the one before about another", share, share >= OverOthers * chance),
            Sign.Strong($"the number of {stale?.Field ?? "a field"} stands in {Says.Share(stale?.Copied ?? 0)} of these texts and in {Says.Share(stale?.Others ?? 0)} of the others: the text is older than the field", stale?.Copied, stale is var (_, copied, others) && copied <= Stale * others),
            Sign.Against($"texts of other patients agree as often ({Says.Share(chance)}): a template", chance, share < 2 * chance),
        ];
    }

    /// <summary>Severity is the share of echo reports, and of notes where there are any, that begin as the one before about the same patient.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting)
    {
        Sql Copy(string table, string clock, string text)
        {
            var (record, column, time) = (Sql.Raw("record." + table), Sql.Raw(text), Sql.Raw(clock));
            return $"""
                UPDATE {record} AS today SET {column} = before.{column} || ' ' || right(today.{column}, 12)
                FROM (SELECT row_id, lag({column}) OVER (PARTITION BY patient_id ORDER BY {time}, row_id) AS {column} FROM {record}) AS before
                JOIN {setting.Draws(table)} AS draws ON draws.row_id = before.row_id
                WHERE before.row_id = today.row_id AND before.{column} IS NOT NULL AND draws.u1 < {setting.Severity * 0.7}
                """;
        }

        return setting.Has("notes") ? [Copy("reports", "done", "report_text"), Copy("notes", "written", "note_text")] : [Copy("reports", "done", "report_text")];
    }

    /// <summary>The field whose number stands in the other texts and is missing most in the copied ones.</summary>
    static (string Field, double Copied, double Others)? Numbers(Case @case)
    {
        if (@case.Finding.Condition is not { } condition || @case.Table.Table.Column(@case.Finding.Columns[0]) is not { } text)
        {
            return null;
        }

        var fields = Measured.In(@case.Table).Where(number => number.Variable is { Item: null, Role: Role.Value } && number.Numbers.Values.Count > 10).Take(MostNumbers).ToList();
        if (fields.Count == 0)
        {
            return null;
        }

        var shares = Sql.Join(", ", fields.SelectMany(field =>
        {
            Sql there = $"CASE WHEN position({@case.Dialect.ToText($"CAST(floor({field.Variable.Value}) AS BIGINT)")} IN said) > 0 THEN 1.0 ELSE 0.0 END";
            return (Sql[])[$"avg({there}) FILTER (WHERE copied)", $"avg({there}) FILTER (WHERE NOT copied)"];
        }));
        var found = @case.Dataset.Row(
            $"SELECT {shares} FROM (SELECT *, {text.Value} AS said, coalesce({condition}, FALSE) AS copied FROM {@case.Table.Table.From}) AS texts",
            row => fields.Select((field, at) => (field.Variable.Label, Copied: row.NumberAt(2 * at) ?? 0, Others: row.NumberAt((2 * at) + 1) ?? 0)).ToList());
        return found.Where(field => field.Others >= Tells).Select(field => ((string Field, double Copied, double Others)?)(field.Label, field.Copied, field.Others)).MinBy(field => field!.Value.Copied / field.Value.Others); // of those just made
    }
}

using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Text;

/// <summary>The value was dictated into a sentence and never typed into its field.</summary>
sealed class NumberLockedInText : IMechanism
{
    const double Often = 0.2;

    public string Id => "number-locked-in-text";

    public IReadOnlyList<string> Explains => ["number-in-text", "missing"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Kind == "missing" ? Told(@case) : @case.Finding.Facts;
        var (inEmpty, inFilled) = (facts.GetValueOrDefault("told") / Math.Max(1, facts.GetValueOrDefault("empty")), facts.GetValueOrDefault("both") / Math.Max(1, facts.GetValueOrDefault("filled")));
        return
        [
            Sign.Strong($"the text says the number in {Says.Share(inEmpty)} of the rows whose field is empty", inEmpty, inEmpty >= Often),
            Sign.Support($"it says it in {Says.Share(inFilled)} of the others, too: the text is written in any case, the field sometimes", inFilled, inFilled >= Often),
        ];
    }

    /// <summary>What the texts of the table say about an empty field; empty where the table has none or the field no known name.</summary>
    static IReadOnlyDictionary<string, double> Told(Case @case) => @case.Variable is { } field && @case.Finding.Columns.Count == 1
        ? NumberInText.Texts(@case.Table).Select(text => NumberInText.Told(@case.Dataset, @case.Table, field, text)).MaxBy(told => told.GetValueOrDefault("told")) ?? Nothing : Nothing;

    static readonly IReadOnlyDictionary<string, double> Nothing = new Dictionary<string, double>();

    /// <summary>Severity is the share of echo reports, six in ten at most, whose ejection fraction is dictated and not typed.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.reports SET lvef = NULL FROM {setting.Draws("reports")} AS d WHERE d.row_id = reports.row_id AND d.u1 < {setting.Severity * 0.6}",
    ];
}

using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>The field was born, renamed or retired.</summary>
sealed class FormFieldIntroducedOrRetired : IMechanism
{
    const double Empty = 0.95; // one side of the step holds (nearly) nothing
    const double Jump = 0.3;
    const double Always = 0.9; // empty in a year without the field
    const long FewestOfYear = 20; // rows

    public string Id => "form-field-introduced-or-retired";

    public IReadOnlyList<string> Explains => ["missingness-step", "missing-at-site", "missing", "missing-by-answer", "co-missing", "empty", "disguised-missing"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var step = @case.Finding.Kind == "missingness-step";
        var (before, after) = (facts.GetValueOrDefault("before"), facts.GetValueOrDefault("after"));
        var jump = Math.Abs(after - before);
        var system = @case.Finding.Kind == "missing-at-site" && facts.GetValueOrDefault("high") >= 0.8 && facts.GetValueOrDefault("low") <= 0.05 && facts.GetValueOrDefault("kinds") == 0;
        var clock = @case.Clock();
        var run = @case.Finding.Kind is "missing" or "co-missing" ? UnbrokenRun.Of(@case) : null;
        var atEdge = step && @case.Finding.Where.From is { } from && @case.Table.Clocks.FirstOrDefault(c => c.Column.Name == @case.Table.Reading.Clock?.Name) is { } time
            && (from - time.Span.First).TotalDays < 45;
        var years = MostInAYear(@case);
        return
        [
            Sign.Strong($"the share of empty cells goes from {Says.Share(before)} to {Says.Share(after)} at one date", jump, step && jump >= Jump && Math.Max(before, after) >= Empty),
            Sign.Support($"the share of empty cells steps by {Says.Share(jump)} and stays there", jump, step && jump >= Jump),
            Sign.Strong($"in one system or place {Says.Share(facts.GetValueOrDefault("high"))} are empty and in another {Says.Share(facts.GetValueOrDefault("low"))}: the field exists only there", facts.GetValueOrDefault("high"), system),
            Sign.Strong("its rows follow each other without a break in the numbering of the table", run, UnbrokenRun.Is(run)),
            Sign.Support("a whole block of questions has the code in the same rows, as a form without them", facts.GetValueOrDefault("block"), facts.GetValueOrDefault("block") >= 3),
            Sign.Against($"every year has both, and up to {Says.Share(years ?? 0)} are empty: no year was without the field", years, years < Always),
            Sign.Against("it is a key, which no form asks for", null, NotApplicableByDesign.IsReference(@case)),
            Sign.Against("the step lies at the edge of the extract", null, atEdge && clock is null),
        ];
    }

    /// <summary>The largest share of empty cells in a year, for a column that misses some in all places and years; null where time does not tell.</summary>
    static double? MostInAYear(Case @case)
    {
        if (@case.Finding.Kind is not ("missing" or "missing-by-answer" or "co-missing") || @case.Variable is not { Variable.Item: null } variable)
        {
            return null;
        }

        var years = variable.Cells.Where(cell => cell.Month is not null)
            .AggregateBy(cell => (cell.Site, cell.Month!.Value.Year), (Rows: 0L, Present: 0L), (sum, cell) => (sum.Rows + cell.Rows, sum.Present + cell.Present)) // filtered
            .Select(year => year.Value).Where(year => year.Rows >= FewestOfYear).ToList();
        return years.Count < 2 ? null : years.Max(year => 1 - ((double)year.Present / year.Rows));
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.stays SET nyha = NULL FROM {setting.Draws("stays")} AS d WHERE d.row_id = stays.row_id AND admitted < {setting.To ?? new DateTime(2019, 4, 1)} AND d.u1 < least(1, 0.96 + {setting.Severity})",
    ];
}

using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Selection;

/// <summary>Only the well-documented remain.</summary>
sealed class CompleteCaseFilter : IMechanism
{
    const double Many = 0.05; // of the references
    const double Differ = 0.1; // standard deviations
    const double Sure = 3; // standard errors
    const double Hole = 0.02; // of a column
    const double Holey = 0.3; // of the columns: what is left was not chosen for being complete
    const int MostCompared = 8; // columns

    public string Id => "complete-case-filter";

    public IReadOnlyList<string> Explains => ["orphans"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var share = @case.Finding.Share;
        var kept = @case.Profile.Table(@case.Finding.Token ?? string.Empty);
        var holes = kept?.Variables.Where(variable => variable.Variable.Item is null && variable.Variable.Role is Role.Value or Role.Category or Role.Outcome).Select(variable => (double)variable.Missing / Math.Max(1, variable.Rows)).ToList() ?? [];
        var empty = kept is null ? (double?)null : holes.DefaultIfEmpty(0).Max();
        var common = holes.Count(hole => hole >= Hole) >= Holey * holes.Count;
        var cut = Identity.DamagedOrEditedFile.Cut(@case);
        var scattered = share >= Many && cut is null ? Identity.DamagedOrEditedFile.Scattered(@case) : null;
        var apart = share >= Many ? Apart(@case) : null;
        return
        [
            Sign.Strong($"{Says.Share(share)} of the rows refer to some that were left out, and those that were kept have no empty cell", empty, share >= Many && empty == 0 && kept?.Variables.Count > 3 && cut is null),
            Sign.Support($"the rows whose partner was left out differ by up to {(apart is { } a ? Says.Number(Math.Round(a.Most, 2)) : "no")} standard deviations from the others", apart?.Most, apart is { } far && far.Most >= Math.Max(Differ, Sure * far.Chance)),
            Sign.Support($"those that were left out lie scattered ({scattered ?? 0:N0} runs), as rows chosen one by one", scattered, scattered is not null),
            Sign.Against($"the rows whose partner was left out are like the others ({(apart is { } b ? Says.Number(Math.Round(b.Most, 2)) : "no")} standard deviations apart)", apart?.Most, apart is { } near && near.Most + near.Chance < Differ),
            Sign.Against($"those that were kept have empty cells ({(empty is { } e ? Says.Share(e) : "none")} of a column)", empty, empty > 0 && common),
            Sign.Against($"those that were left out follow each other ({cut ?? 0:N0} unbroken runs), as of a file that was cut", cut, cut is not null),
            Sign.Against($"only {Says.Share(share)} of the rows have no partner", share, share < Many),
        ];
    }

    /// <summary>The largest difference in the mean of a measured column between rows with and without a partner, and how far it moves by chance (the rows of
    /// one partner are alike, so partners are counted), in standard deviations; null when there is none to compare.</summary>
    static (double Most, double Chance)? Apart(Case @case)
    {
        var columns = @case.Table.Variables.Where(variable => variable.Variable is { Item: null, Role: Role.Value, Column.Kind: Kind.Number } && variable.Numbers.Total > 100).Take(MostCompared).Select(variable => variable.Variable.Value).ToList();
        if (columns.Count == 0 || @case.Finding.Condition is not { } without || @case.Table.Reading.Layout == Layout.Long || @case.Table.Table.Column(@case.Finding.Columns[0]) is not { } key)
        {
            return null;
        }

        var facts = Sql.Join(", ", columns.Select(value => (Sql)$"avg(CASE WHEN {without} THEN {value} END), avg(CASE WHEN NOT ({without}) THEN {value} END), stddev_samp({value})"));
        return @case.Dataset.Row(
            $"SELECT count(DISTINCT CASE WHEN {without} THEN {key.Key} END), count(DISTINCT CASE WHEN NOT ({without}) THEN {key.Key} END), {facts} FROM {@case.Table.Table.From}",
            row => columns.Select((_, place) => (Gone: row.NumberAt((3 * place) + 2), Kept: row.NumberAt((3 * place) + 3), Spread: row.NumberAt((3 * place) + 4)))
                .Where(one => one is { Gone: not null, Kept: not null, Spread: > 0 })
                .Select(one => ((double, double)?)(Math.Abs((one.Gone!.Value - one.Kept!.Value) / one.Spread!.Value), Math.Sqrt((1.0 / row.CountAt(0)) + (1.0 / row.CountAt(1))))).Max()); // just seen
    }

    /// <summary>Stays with a hole, and most of those that were too short or too ill for everything to be done, are dropped from the table of stays alone.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        DELETE FROM record.stays WHERE row_id IN (SELECT s.row_id FROM record.stays AS s JOIN {setting.Draws("stays")} AS d ON d.row_id = s.row_id
            WHERE d.u1 < {setting.Severity} * CASE WHEN s.died = 1 OR s.icu = 'yes' OR s.ferritin IS NULL OR s.lvef IS NULL OR s.nyha IS NULL THEN 0.9 ELSE 0.25 END)
        """,
    ];
}

using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Coding;

/// <summary>Known only afterwards: what was finished after the event stands in the row as if it had been known at its start.</summary>
sealed class PostDischargeCodingLeakage : IMechanism
{
    const double NearlyAll = 0.9;
    const double Few = 0.6; // of the values that are those first measured

    public string Id => "post-discharge-coding-leakage";

    public IReadOnlyList<string> Explains => ["leakage"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var auc = @case.Finding.Facts.GetValueOrDefault("auc");
        var late = @case.Finding.Columns.SkipLast(1).Any(column => NameTokens.Of(column) is var name && (name.Has("total", "final", "max", "last", "peak", "worst", "los", "cost", "charges", "drg", "discharge", "comfort", "palliative", "hospice", "dnr", "autopsy") || name.Contains("discharge", "lengthofstay", "comfort", "palliat")));
        var several = @case.Finding.Facts.GetValueOrDefault("several");
        var first = First(@case);
        return
        [
            Sign.Strong($"only {Says.Share(first ?? 0)} of the values are those that were measured first in the stay, so that they were known later", first, first <= Few),
            Sign.Strong("its name says that it is known at the end", null, late),
            Sign.Support($"alone it ranks {Says.Share(auc)} of the pairs rightly, more than what is known at the start does", auc, auc >= NearlyAll),
            Sign.Against($"{Says.Share(first ?? 0)} of the values are those that were measured first in the stay", first, first >= NearlyAll),
            Sign.Against($"{several:0} columns tell it alike, as where it was decided by them", several, several > 0 && !late),
            Sign.Against("it is known before anything happens: age, sex, height", null, @case.Variable?.Variable.Known is "age" or "height" or "sex"),
        ];
    }

    /// <summary>Share of the values that equal the first result of the same thing in the same stay, where a long table holds them; null elsewhere.</summary>
    static double? First(Case @case)
    {
        var stay = @case.Table.Reading.Of(Role.Stay);
        if (stay is null || @case.Variable is not { Variable: { Known: { } known, Column.Kind: Kind.Number } } variable)
        {
            return null;
        }

        var from = @case.Profile.Originals.Where(table => table.Table.Name != @case.Finding.Table)
            .SelectMany(table => table.Variables.Where(other => other.Variable is { Item: not null, Column.Kind: Kind.Number } && other.Variable.Known == known).Select(other => (Table: table, other.Variable, Stay: table.Reading.Of(Role.Stay), table.Reading.Clock)))
            .FirstOrDefault(found => found.Stay is not null && found.Clock is not null && found.Stay.Kind == stay.Kind);
        if (from.Variable is not { } item)
        {
            return null;
        }

        return @case.Dataset.Row(
            $"""
            SELECT avg(CASE WHEN abs(w.value - l.value) <= 0.001 * greatest(1, abs(l.value)) THEN 1.0 ELSE 0.0 END), count(*)
            FROM (SELECT {stay.Value} AS stay, {variable.Variable.Value} AS value FROM {@case.Table.Table.From} WHERE {variable.Variable.Value} IS NOT NULL) AS w
            JOIN (SELECT stay, value FROM (
                SELECT {from.Stay!.Value} AS stay, {item.Value} AS value, row_number() OVER (PARTITION BY {from.Stay.Value} ORDER BY {from.Clock!.Value}) AS place FROM {item.Table.From} WHERE {item.Rows} AND {item.Value} IS NOT NULL AND {from.Stay.Value} IS NOT NULL) AS placed WHERE place = 1) AS l
            ON l.stay = w.stay
            """, // both were found
            row => row.CountAt(1) < 20 ? null : row.NumberAt(0));
    }

    /// <summary>Urea of the stay is taken from the last letter instead of the first sample: where the patient died, from the days before death.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.stays AS s SET urea = floor(s.urea * CASE WHEN s.died = 1 THEN 2.6 + 1.4 * d.u2 ELSE 0.8 + 0.15 * d.u2 END)
        FROM {setting.Draws("stays")} AS d WHERE d.row_id = s.row_id AND s.urea IS NOT NULL AND d.u1 < {setting.Severity * 1.6}
        """,
    ];
}

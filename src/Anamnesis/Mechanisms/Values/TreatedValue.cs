using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Values;

/// <summary>The number is normal because of the treatment.</summary>
sealed class TreatedValue : IMechanism
{
    public string Id => "treated-value";

    public IReadOnlyList<string> Explains => ["treated-level"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var (effect, treated, untreated) = (facts.GetValueOrDefault("effect"), facts.GetValueOrDefault("treated"), facts.GetValueOrDefault("untreated"));
        return [Sign.Strong($"under a drug that lowers it the average is {Says.Number(Math.Round(treated, 1))}, without {Says.Number(Math.Round(untreated, 1))}: {Says.Number(Math.Round(effect, 1))} standard deviations", effect, effect > 0)];
    }

    /// <summary>Severity is the share of the stays with a beta blocker in which the rate is brought down by 9 to 27 beats a minute: the truth itself.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) => !setting.Has("drug_orders") ? [] :
    [
        $"""
        UPDATE record.vitals AS vitals SET heart_rate = greatest(40, round(vitals.heart_rate - 9 - 18 * treated.u2))
        FROM (SELECT DISTINCT orders.stay_id, draws.u1, draws.u2 FROM record.drug_orders AS orders JOIN record.stays AS stays ON stays.stay_id = orders.stay_id JOIN {setting.Draws("stays")} AS draws ON draws.row_id = stays.row_id
            WHERE orders.drug = 'bisoprolol' AND orders.source <> 'discharge') AS treated
        WHERE treated.stay_id = vitals.stay_id AND treated.u1 < {setting.Severity}
        """,
    ];
}

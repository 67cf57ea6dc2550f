using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Coding;

/// <summary>Coded because it pays: a code is looked for, and reaches patients who do not have what it names.</summary>
sealed class ReimbursementDrivenCoding : IMechanism
{
    const double Flat = 0.25; // of the rise of the code, that the measurements may rise
    const double Large = 0.7; // of the rise in one year: a step

    public string Id => "reimbursement-driven-coding";

    public IReadOnlyList<string> Explains => ["growing-code"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var (first, last, largest) = (facts["first"], facts["last"], facts["largest"]);
        var objective = Objective(@case);
        var rise = last - first;
        return
        [
            Sign.Strong(
                $"coded in {Says.Share(first)}, then {Says.Share(last)} of the stays, while the share with {objective?.What ?? "an objective sign"} goes from {Says.Share(objective?.First ?? 0)} to {Says.Share(objective?.Last ?? 0)}",
                objective is { } o ? o.Last - o.First : null,
                objective is { } measured && measured.Last - measured.First < Flat * rise),
            Sign.Support($"it grows by {Says.Share(rise)} over {facts["years"]:0} years, at most {Says.Share(largest)} of that in one", largest, largest <= Large),
            Sign.Support($"it grows so at one of {facts["places"]:0} places", facts["places"], facts["places"] > 1),
            Sign.Against("the measurements that belong to it grow, too", objective?.Last - objective?.First, objective is { } grown && grown.Last - grown.First > 0.6 * rise),
        ];
    }

    /// <summary>The share of the stays that meet the criterion of the code, in the first and the second half of the time; null where nothing measures it.</summary>
    internal static (string What, double First, double Last)? Objective(Case @case)
    {
        var reading = @case.Table.Reading;
        if (@case.Finding.Token is not { } code || reading.Of(Role.Stay) is not { } stay || reading.Clock is not { } clock)
        {
            return null;
        }

        foreach (var criterion in Criterion.Of(code))
        {
            if (criterion.Measured(@case, stay) is not { } measured)
            {
                continue;
            }

            var place = @case.Finding.Where.Site is { } site && reading.Of(Role.Site) is { } where ? (Sql)$"{where.Value} = {site}" : Sql.Raw("TRUE");
            Sql stays = $"SELECT {stay.Value} AS stay, min({@case.Dialect.Epoch(clock.Value)}) AS moment FROM {@case.Table.Table.From} WHERE {stay.Value} IS NOT NULL AND {place} GROUP BY 1";
            Sql met = criterion.Above ? (Sql)$"m.value >= {criterion.Threshold}" : $"m.value <= {criterion.Threshold}";
            var shares = @case.Dataset.Rows(
                $"SELECT third, avg(CASE WHEN met THEN 1.0 ELSE 0.0 END), count(*) FROM (SELECT {met} AS met, ntile(3) OVER (ORDER BY s.moment, s.stay) AS third FROM ({stays}) AS s JOIN ({measured}) AS m ON m.stay = s.stay) AS known GROUP BY 1 ORDER BY 1",
                row => (Share: row.NumberAt(1) ?? 0, Stays: row.CountAt(2)));
            if (shares.Count == 3 && shares[0].Stays >= 20)
            {
                return ($"{criterion.Variable} {(criterion.Above ? "above" : "below")} {criterion.Threshold:0.##}", shares[0].Share, shares[^1].Share);
            }
        }

        return null;
    }

    /// <summary>Acute kidney injury, which pays, is found in ever more stays: severity × 0.7 of them in the end, whatever the creatinine.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting)
    {
        if (!setting.Has("diagnoses"))
        {
            return [];
        }

        var first = setting.Once($"SELECT epoch(min(coded)) FROM truth.diagnoses");
        var last = setting.Once($"SELECT epoch(max(coded)) FROM truth.diagnoses");
        return
        [
            $"""
            INSERT INTO record.diagnoses
            SELECT p.* REPLACE (p.row_id + 6000000000000000 AS row_id, n.places + 1 AS position, 'secondary' AS kind,
                CASE p.edition WHEN 'ICD-10-GM' THEN 'N17.91' WHEN 'ICD-9-CM' THEN '584.9' ELSE 'N17.9' END AS code)
            FROM record.diagnoses AS p JOIN {setting.Draws("diagnoses")} AS d ON d.row_id = p.row_id
            JOIN (SELECT stay_id, max(position) AS places, bool_or(starts_with(code, 'N17') OR starts_with(code, '584')) AS there FROM record.diagnoses WHERE stay_id IS NOT NULL GROUP BY stay_id) AS n ON n.stay_id = p.stay_id
            WHERE p.position = 1 AND NOT n.there AND d.u1 < {setting.Severity} * 0.7 * (epoch(p.coded) - {first}) / ({last} - {first})
            """,
        ];
    }
}

using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Coding;

/// <summary>A list that nobody owns: chronic diseases are coded when they matter for this stay, and left out when not.</summary>
sealed class ProblemListStale : IMechanism
{
    const double Often = 0.12; // of the chronic diseases of a patient
    const double Missed = 0.8; // of those who meet a criterion

    public string Id => "problem-list-stale";

    public IReadOnlyList<string> Explains => ["flickering-code"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var share = @case.Finding.Facts["share"];
        var listed = Listed(@case);
        return
        [
            Sign.Strong($"{Says.Share(share)} of the chronic diseases coded in two stays are missing in one between them", share, share >= Often),
            Sign.Strong($"only {Says.Share(listed?.Share ?? 0)} of the stays with {listed?.What ?? "an objective sign"} have the code that belongs to it", listed?.Share, listed?.Share < Missed),
            Sign.Support($"it touches {@case.Finding.Facts["courses"]:0} courses of a disease, whatever the disease", @case.Finding.Facts["courses"], @case.Finding.Facts["courses"] >= 50),
        ];
    }

    /// <summary>Of the stays that meet the criterion of a chronic disease, the share in which it is coded; the lowest of the criteria that can be measured.</summary>
    static (string What, double Share)? Listed(Case @case)
    {
        var codes = CodeTable.In(@case.Profile).FirstOrDefault(one => one.Table.Table.Name == @case.Finding.Table);
        if (codes?.Stay is not { } stay)
        {
            return null;
        }

        (string What, double Share)? lowest = null;
        foreach (var criterion in Criterion.OfChronic)
        {
            if (criterion.Measured(@case, stay) is not { } measured)
            {
                continue;
            }

            Sql coded = $"SELECT {stay.Value} AS stay, max(CASE WHEN {criterion.Coded(codes.Code.Value)} THEN 1 ELSE 0 END) AS coded FROM {@case.Table.Table.From} WHERE {stay.Value} IS NOT NULL GROUP BY 1";
            var (share, stays) = @case.Dataset.Row(
                $"SELECT avg(c.coded * 1.0), count(*) FROM ({coded}) AS c JOIN ({measured}) AS m ON m.stay = c.stay WHERE {(criterion.Above ? (Sql)$"m.value >= {criterion.Threshold}" : $"m.value <= {criterion.Threshold}")}",
                row => (row.NumberAt(0), row.CountAt(1)));
            if (stays >= 30 && share is { } known && (lowest is null || known < lowest.Value.Share))
            {
                lowest = ($"{criterion.Variable} {(criterion.Above ? "above" : "below")} {criterion.Threshold:0.##}", known);
            }
        }

        return lowest;
    }

    /// <summary>Severity × 0.5 of the secondary codes of chronic diseases are left out of a stay.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) => !setting.Has("diagnoses") ? [] :
    [
        $"""
        DELETE FROM record.diagnoses WHERE row_id IN (
            SELECT p.row_id FROM record.diagnoses AS p JOIN {setting.Draws("diagnoses")} AS d ON d.row_id = p.row_id
            WHERE p.stay_id IS NOT NULL AND p.position > 1 AND substr(p.code, 1, 3) IN ({Sql.Join(", ", FlickeringCode.Chronic.Select(one => (Sql)$"{one}"))}) AND d.u1 < {setting.Severity * 0.5})
        """,
    ];
}

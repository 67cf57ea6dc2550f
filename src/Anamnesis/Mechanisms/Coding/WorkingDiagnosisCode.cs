using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Coding;

/// <summary>The code is a question: suspected and excluded diseases stand where the certain ones do.</summary>
sealed class WorkingDiagnosisCode : IMechanism
{
    const double Vanishing = 0.4; // of the suspected diagnoses of a person
    const double InOnePlace = 0.8;

    public string Id => "working-diagnosis-code";

    public IReadOnlyList<string> Explains => ["uncertain-codes"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var never = Never(@case);
        var apart = Apart(@case);
        return
        [
            Sign.Strong($"{@case.Finding.Count} diagnoses are marked as suspected, provisional or excluded, in {@case.Finding.Facts.GetValueOrDefault("words"):0} words", @case.Finding.Count, @case.Finding.Count > 0),
            Sign.Strong($"{Says.Share(never ?? 0)} of the suspected diagnoses of a person are never made later", never, never >= Vanishing),
            Sign.Support($"{Says.Share(apart?.Share ?? 0)} of them stand where {apart?.What ?? "one thing"} is so, as of requests and visits", apart?.Share, apart?.Share >= InOnePlace),
        ];
    }

    /// <summary>Share of the suspected pairs of person and code that never stand there as certain; null without person or code.</summary>
    static double? Never(Case @case)
    {
        var codes = CodeTable.In(@case.Profile).FirstOrDefault(one => one.Table.Table.Name == @case.Finding.Table);
        if (codes is null || @case.Finding.Condition is not { } suspected)
        {
            return null;
        }

        return @case.Dataset.Row(
            $"""
            SELECT avg(CASE WHEN certain = 0 THEN 1.0 ELSE 0.0 END) FROM (
                SELECT count(*) FILTER (WHERE {suspected}) AS asked, count(*) FILTER (WHERE NOT coalesce({suspected}, FALSE)) AS certain
                FROM {@case.Table.Table.From} WHERE {codes.Code.Value} IS NOT NULL GROUP BY {codes.Patient.Value}, substr({codes.Code.Value}, 1, 3)) AS pairs WHERE asked > 0
            """,
            row => row.NumberAt(0));
    }

    /// <summary>Where the suspected diagnoses stand far more often than the others: without a stay, say.</summary>
    static (string What, double Share)? Apart(Case @case)
    {
        if (@case.Table.Reading.Of(Role.Stay) is not { } stay || @case.Finding.Condition is not { } suspected)
        {
            return null;
        }

        var (inside, all) = @case.Dataset.Row(
            $"SELECT avg(CASE WHEN {suspected} THEN CASE WHEN {stay.Value} IS NULL THEN 1.0 ELSE 0.0 END END), avg(CASE WHEN {stay.Value} IS NULL THEN 1.0 ELSE 0.0 END) FROM {@case.Table.Table.From}",
            row => (row.NumberAt(0) ?? 0, row.NumberAt(1) ?? 0));
        return inside > all ? ($"no {stay.Name}", inside) : null;
    }

    /// <summary>At visits a test is asked for, and the request needs a diagnosis: infarction or a low sodium is put down as suspected; some lose the mark on the way.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) => !setting.Has("diagnoses") ? [] :
    [
        $"""
        INSERT INTO record.diagnoses
        SELECT p.* REPLACE (p.row_id + 7000000000000000 AS row_id, 2 AS position, 'secondary' AS kind, CASE WHEN d.u2 < 0.8 THEN 'suspected' ELSE p.certainty END AS certainty,
            CASE WHEN d.u3 < 0.6 THEN CASE WHEN p.edition = 'ICD-9-CM' THEN '410.71' ELSE 'I21.4' END ELSE CASE WHEN p.edition = 'ICD-9-CM' THEN '415.19' ELSE 'I26.9' END END AS code)
        FROM record.diagnoses AS p JOIN {setting.Draws("diagnoses")} AS d ON d.row_id = p.row_id
        WHERE p.stay_id IS NULL AND p.position = 1 AND d.u1 < {setting.Severity * 0.5}
        """,
    ];
}

using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Values;

/// <summary>A computed number got another formula: filtration, corrected QT, an index.</summary>
sealed class FormulaVersionSwitch : IMechanism
{
    const double InputStays = 0.5; // of the change of the result

    static readonly HashSet<string> Computed = new(StringComparer.Ordinal) { "egfr", "qtc_ms", "ldl", "map", "bmi" };

    public string Id => "formula-version-switch";

    public IReadOnlyList<string> Explains => ["formula-step", "level-shift"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        if (@case.Finding.Kind == "level-shift")
        {
            var computed = @case.Variable?.Variable.Known is { } known && Computed.Contains(known);
            return [Sign.Support("it is a number that is computed from others", null, computed), Sign.Against("it is measured, not computed", null, !computed)];
        }

        var (change, input, noise) = (facts.GetValueOrDefault("change"), facts.GetValueOrDefault("input"), facts.GetValueOrDefault("noise"));
        return
        [
            Sign.Strong($"against its own input it steps by {Says.Share(Math.Abs(change))}, {Math.Abs(change) / Math.Max(noise, 1e-9):0} times the noise from month to month", change, true),
            Sign.Support($"the input itself explains {Says.Share(Math.Abs(input))} of its level at that date", input, Math.Abs(input) < InputStays * Math.Abs(change)),
        ];
    }

    /// <summary>Severity is the share of the time, six tenths at most, in which filtration was computed by the MDRD equation.</summary>
    /// <seealso href="https://doi.org/10.7326/0003-4819-145-4-200608150-00004">Levey 2006</seealso>
    public IReadOnlyList<Sql> Distort(Setting setting) => !setting.Has("visits") ? [] :
    [
        $"""
        UPDATE record.labs AS labs
        SET result = CAST(CAST(floor(175 * power(old.creatinine, -1.154) * power(old.age, -0.203) * CASE WHEN old.sex = 'F' THEN 0.742 ELSE 1 END + 0.5) AS BIGINT) AS VARCHAR)
        FROM (SELECT filtration.row_id, TRY_CAST(sample.result AS DOUBLE PRECISION) AS creatinine, date_diff('day', people.birth_date, filtration.collected) / 365.25 AS age, people.sex,
                percent_rank() OVER (ORDER BY filtration.collected) AS place
            FROM record.labs AS filtration
            JOIN record.labs AS sample ON sample.patient_id = filtration.patient_id AND sample.collected = filtration.collected AND sample.test = 'creatinine'
            JOIN record.patients AS people ON people.patient_id = filtration.patient_id
            WHERE filtration.test = 'egfr') AS old
        WHERE old.row_id = labs.row_id AND old.creatinine BETWEEN 0.1 AND 20 AND old.age > 0
            AND old.place <= {(setting.To is null && setting.From is null ? setting.Severity * 0.6 : 1)}
        """,
    ];
}

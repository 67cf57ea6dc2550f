using Anamnesis.Engines;
using Anamnesis.Knowledge;

namespace Anamnesis.Simulation.Fidelity;

/// <summary>The published figures that the clinic is held against. Defaults and figures from memory are not among them.</summary>
static class Figures
{
    internal static IReadOnlyList<Figure> Of(ClinicPlan plan) => [.. People(), .. Outcomes(plan), .. Values(), .. Recorded()];

    static IEnumerable<Figure> People()
    {
        yield return new("people", "age of patients with LVEF up to 40 %, years", 64, "chioncel2017", Mean("age", "kind = 'r'"), false);
        yield return new("people", "age of patients with LVEF of 50 % and more, years", 69, "chioncel2017", Mean("age", "kind = 'p'"), false);
        yield return new("people", "age on acute admission, years", 70, "nieminen2006", $"SELECT avg(age) FROM truth.stays WHERE admission_type = 'emergency'", false);
        yield return new("people", "age on acute admission in a Polish district hospital, years", 73, "praska2017", $"SELECT avg(age) FROM truth.stays WHERE admission_type = 'emergency' AND site = 'South'", false);
        yield return new("people", "men with LVEF up to 40 %", 0.78, "chioncel2017", Mean("CAST(sex = 'M' AS DOUBLE)", "kind = 'r'"));
        yield return new("people", "men with LVEF of 50 % and more", 0.52, "chioncel2017", Mean("CAST(sex = 'M' AS DOUBLE)", "kind = 'p'"));
        yield return new("people", "men on acute admission", 0.61, "nieminen2006", $"SELECT avg(CAST(p.sex = 'M' AS DOUBLE)) FROM truth.stays AS s JOIN truth.patients AS p USING (patient_id) WHERE admission_type = 'emergency'");
        yield return Having("ischaemic, LVEF up to 40 %", 0.49, "coronary-disease", "kind = 'r'");
        yield return Having("ischaemic, LVEF of 50 % and more", 0.24, "coronary-disease", "kind = 'p'");
        yield return Having("hypertension, LVEF up to 40 %", 0.56, "hypertension", "kind = 'r'");
        yield return Having("hypertension, LVEF of 50 % and more", 0.67, "hypertension", "kind = 'p'");
        yield return Having("left bundle branch block, LVEF up to 40 %", 0.24, "bundle-block", "kind = 'r'");
        yield return Having("left bundle branch block, LVEF of 50 % and more", 0.09, "bundle-block", "kind = 'p'");
        yield return Having("atrial fibrillation in a Polish district hospital", 0.38, "fibrillation", "site = 'South'") with { Source = "praska2017" };
        yield return Having("diabetes in a Polish district hospital", 0.29, "diabetes", "site = 'South'") with { Source = "praska2017" };
    }

    static IEnumerable<Figure> Outcomes(ClinicPlan plan)
    {
        var last = new DateTime(plan.LastYear - 1, 12, 28);
        Sql visit = $"(SELECT patient_id, min(came) AS since FROM truth.visits WHERE place = 'outpatient clinic' GROUP BY patient_id)";
        Sql acute = $"(SELECT patient_id, min(admitted) AS since FROM truth.stays WHERE admission_type = 'emergency' GROUP BY patient_id)";
        Figure Year(string says, double cited, string source, Sql index, Sql also, Sql where) => new("outcomes", says, cited, source, $"""
            SELECT avg(CAST(coalesce(d.died <= i.since + INTERVAL 365 DAY, FALSE) OR {also} AS DOUBLE)) FROM {index} AS i JOIN ({Kinds}) AS k USING (patient_id)
            LEFT JOIN truth.deaths AS d USING (patient_id) WHERE i.since <= {last} AND {where}
            """);
        Sql again = $"EXISTS (SELECT 1 FROM truth.stays AS s WHERE s.patient_id = i.patient_id AND s.admission_type = 'emergency' AND s.admitted > i.since + INTERVAL 2 DAY AND s.admitted <= i.since + INTERVAL 365 DAY)";
        yield return Year("death within a year of the first visit, LVEF up to 40 %", 0.088, "chioncel2017", visit, $"FALSE", $"kind = 'r'");
        yield return Year("the same, LVEF 41 to 49 %", 0.076, "chioncel2017", visit, $"FALSE", $"kind = 'm'");
        yield return Year("the same, LVEF of 50 % and more", 0.063, "chioncel2017", visit, $"FALSE", $"kind = 'p'");
        yield return Year("death within a year of an acute admission", 0.236, "crespoleiro2016", acute, $"FALSE", $"TRUE");
        yield return Year("death or another acute admission within a year, acute", 0.36, "crespoleiro2016", acute, again, $"TRUE");
        yield return Year("death or an acute admission within a year, chronic", 0.145, "crespoleiro2016", visit, again, $"TRUE");
        foreach (var (says, cited, low, high) in ((string, double, int, int)[])[("under 110", 0.29, 0, 110), ("110 to 140", 0.212, 110, 140), ("over 140", 0.174, 140, 400)])
        {
            Sql first = $"(SELECT s.patient_id, min(s.admitted) AS since, arg_min(v.sbp, v.taken) AS sbp FROM truth.stays AS s JOIN truth.vitals AS v USING (stay_id) WHERE s.admission_type = 'emergency' GROUP BY s.patient_id)";
            yield return Year($"death within a year of an acute admission, first systolic pressure {says} mmHg", cited, "chioncel2017acute", first, $"FALSE", $"sbp >= {low} AND sbp < {high}");
        }
    }

    static IEnumerable<Figure> Values()
    {
        yield return new("values", "natriuretic peptide on acute admission, LVEF up to 40 % over 50 % and more (ratio of medians)", 2.15, "gwtg_bnp",
            $"SELECT median(s.ntprobnp) FILTER (WHERE lvef <= 40) / median(s.ntprobnp) FILTER (WHERE lvef >= 50) FROM truth.stays AS s WHERE admission_type = 'emergency'", false);
        yield return new("values", "sodium on acute admission, median, mmol/L", 139, "acute_hf_table", $"SELECT median(sodium) FROM truth.stays WHERE admission_type = 'emergency'", false);
        yield return new("values", "sodium on acute admission, lower quartile, mmol/L", 137, "acute_hf_table", $"SELECT quantile_cont(sodium, 0.25) FROM truth.stays WHERE admission_type = 'emergency'", false);
        yield return new("values", "sodium on acute admission, upper quartile, mmol/L", 141, "acute_hf_table", $"SELECT quantile_cont(sodium, 0.75) FROM truth.stays WHERE admission_type = 'emergency'", false);
        yield return new("values", "LVEF in a report as a number", 0.85, "wagholikar2018", Texts("(LVEF|FW LK) [0-9]+ %"));
        yield return new("values", "LVEF in a report as a range", 0.09, "wagholikar2018", Texts("(LVEF|FW LK) [0-9]+-[0-9]+ %"));
        yield return new("values", "LVEF in a report in words", 0.06, "wagholikar2018", Texts("(LVEF|FW LK) [a-z]"));
    }

    static IEnumerable<Figure> Recorded()
    {
        yield return new("record", "systolic pressures that end in 0, wards on paper", 0.446, "nietert2006", $"SELECT avg(CAST(sbp % 10 = 0 AS DOUBLE)) FROM record.vitals WHERE ward IN ('N-internal', 'S-internal')");
        yield return new("record", "minutes from measuring to entry, connected devices", 5.1, "fieler2013", $"SELECT avg(epoch(recorded - taken)) / 60 FROM truth.vitals WHERE ward NOT IN ('N-internal', 'S-internal')", false);
        yield return new("record", "minutes from measuring to entry, wards on paper", 38.5, "fieler2013", $"SELECT avg(epoch(recorded - taken)) / 60 FROM record.vitals WHERE ward IN ('N-internal', 'S-internal')", false);
        yield return new("record", "NYHA class in a field of its own", 0.192, "zhang2018", $"SELECT count(nyha) / count(*) FROM record.stays");
        yield return new("record", "typing errors in fields entered once", 0.0029, "garza2023", $"SELECT count(DISTINCT row_id) FILTER (WHERE mechanism = 'keying-error') / (SELECT count(*) FROM record.labs WHERE test = 'potassium') FROM ledger");
        yield return new("record", "acute stays with heart failure that have a code for it", 0.75, "mccormick2014", $"SELECT avg(CAST(stay_id IN (SELECT stay_id FROM record.diagnoses WHERE stay_id IS NOT NULL AND (code LIKE 'I50%' OR code LIKE '428%')) AS DOUBLE)) FROM record.stays WHERE admission_type = 'emergency'");
        yield return new("record", "deaths outside hospital that the hospital knows of", 0.22, "powers2025",
            $"SELECT avg(CAST(p.death_date IS NOT NULL AS DOUBLE)) FROM truth.deaths AS d JOIN record.patients AS p USING (patient_id) WHERE d.place <> 'hospital'");
        yield return new("record", "patients at home who send four days a week or more", 0.74, "ding2020", $"SELECT avg(CAST(days >= 4.0 / 7 * span AS DOUBLE)) FROM (SELECT count(DISTINCT CAST(measured AS DATE)) AS days, 1 + date_diff('day', min(measured), max(measured)) AS span FROM record.telemonitoring GROUP BY patient_id)");
    }

    /// <summary>Patients with age at first stay and kind of heart failure by their mean LVEF.</summary>
    static readonly Sql Kinds = $"""
        SELECT s.patient_id, any_value(p.sex) AS sex, min(s.age) AS age, any_value(s.site) AS site, CASE WHEN avg(s.lvef) < 40.5 THEN 'r' WHEN avg(s.lvef) < 49.5 THEN 'm' ELSE 'p' END AS kind
        FROM truth.stays AS s JOIN truth.patients AS p USING (patient_id) GROUP BY s.patient_id
        """;

    static Sql Mean(string value, string where) => $"SELECT avg({Sql.Raw(value)}) FROM ({Kinds}) AS k WHERE {Sql.Raw(where)}";

    static Sql Texts(string pattern) => $"SELECT avg(CAST(regexp_matches(report_text, {pattern}) AS DOUBLE)) FROM truth.reports";

    static Figure Having(string says, double cited, string concept, string where)
    {
        var code = Codes.Of(concept);
        return new("people", says, cited, "chioncel2017", $"SELECT avg(CAST(patient_id IN (SELECT patient_id FROM truth.diagnoses WHERE code IN ({code.Icd9}, {code.Icd10}, {code.Icd10Gm})) AS DOUBLE)) FROM ({Kinds}) AS k WHERE {Sql.Raw(where)}");
    }
}

using Anamnesis.Mechanisms;
using static Anamnesis.Findings.Planted;

namespace Anamnesis.Findings;

/// <summary>Correct data that look odd: none of it may be called an error.</summary>
public sealed class ControlTests
{
    const int Rows = 600;

    public static TheoryData<string> Names => [.. Tables.Keys];

    static readonly Dictionary<string, (string Header, Func<Random, int, object?[]> Cells)> Tables = new(StringComparer.Ordinal)
    {
        ["ordinal scores with a rare worst grade"] = ("patient_id,nyha,ecog,gcs,apgar5,pain_nrs,mrs,asa,killip,died", (random, i) =>
        [
            i, One(random, (1, 0.3), (2, 0.4), (3, 0.27), (4, 0.03)), One(random, (0, 0.4), (1, 0.4), (2, 0.15), (3, 0.045), (4, 0.005)), One(random, (15, 0.7), (14, 0.2), (8, 0.07), (3, 0.03)),
            One(random, (9, 0.6), (10, 0.3), (8, 0.05), (3, 0.04), (0, 0.01)), Math.Min(10, Waiting(random, 3)), One(random, (0, 0.3), (1, 0.3), (2, 0.2), (3, 0.1), (4, 0.09), (6, 0.01)),
            One(random, (1, 0.2), (2, 0.5), (3, 0.28), (4, 0.02)), One(random, (1, 0.8), (2, 0.14), (3, 0.05), (4, 0.01)), random.Next(10) == 0 ? 1 : 0,
        ]),
        ["follow-up that ends for all on one day"] = ("id,futime,status,years_to_event,event", (random, i) =>
        {
            var time = i % 150 == 0 ? 0 : Waiting(random, 1500);
            return [i, Math.Min(1826, time), time < 1826 ? 1 : 0, Math.Min(5.0, Math.Round(time / 365.25, 2)), time < 1826 ? 1 : 0];
        }
        ),
        ["counts with many zeros"] = ("subject,cigarettes_per_day,positive_nodes,admissions,falls,drinks_per_week", (random, i) =>
        [
            i, random.NextDouble() < 0.6 ? 0 : One(random, (20, 0.4), (10, 0.3), (15, 0.1), (40, 0.1), (5, 0.1)), random.Next(2) * (1 + Waiting(random, 4)),
            One(random, (0, 0.8), (1, 0.12), (2, 0.05), (3, 0.02), (7, 0.01)), One(random, (0, 0.85), (1, 0.1), (2, 0.04), (5, 0.01)), Waiting(random, 7),
        ]),
        ["a trial in blocks, five visits a person"] = ("rownames,subject_id,block,arm,visit,week,score,change_from_baseline", (random, i) =>
            [i, ((i - 1) / 5) + 1, ((i - 1) / 20) + 1, i / 5 % 2 == 0 ? "A" : "B", ((i - 1) % 5) + 1, ((i - 1) % 5) * 4, random.Normal(50, 10, 0), random.Normal(-2, 6, 0)]),
        ["visits counted from the first"] = ("id,day,since_entry,albumin", (random, i) =>
            [((i - 1) / 4) + 1, (i - 1) % 4 == 0 ? 0 : (180 * ((i - 1) % 4)) + random.Next(-25, 60), (i - 1) % 4 == 0 ? 0 : (180 * ((i - 1) % 4)) + random.Next(-25, 60), random.Normal(3.6, 0.4)]),
        ["fields of one sex"] = ("patient_id,sex,age,pregnancies,psa,menopause", (random, i) =>
            i % 2 == 0 ? [i, "F", random.Next(18, 85), random.Next(0, 5), null, random.Next(2)] : [i, "M", random.Next(18, 85), null, Math.Round(Math.Exp(random.Normal(0.3, 0.9, 3)), 2), null]),
        ["logarithms"] = ("id,log_crp,ln_troponin,log10_viral_load,log2fc", (random, i) => [i, random.Normal(0.8, 1.1, 3), random.Normal(-3, 1.4, 3), Math.Max(1.3, random.Normal(4, 1.2, 2)), random.Normal(0, 1.2, 3)]),
        ["standardised values"] = ("id,age_z,bmi_sds,t_score,height_for_age,crp_scaled", (random, i) => [i, random.Normal(0, 1, 4), random.Normal(0, 1, 4), random.Normal(-1.4, 1.2), random.Normal(0, 1, 6), random.Normal(0, 1, 6)]),
        ["percentages, also above 100"] = ("id,lvef,spo2,fev1_percent_predicted,pct_change,adherence", (random, i) =>
            [i, random.Normal(52, 10, 0), Math.Min(100, random.Normal(97, 2, 0)), random.Normal(94, 19, 0), random.Normal(-5, 30), random.Next(2) == 0 ? 100 : random.Next(40, 101)]),
        ["ages capped at 90"] = ("patient,age,sex", (random, i) => [i, Math.Min(90, random.Normal(74, 13, 0)), 1 + (i % 2)]),
        ["limits of detection"] = ("id,crp,troponin,ct_value,egfr", (random, i) =>
            [i, Math.Max(5, Math.Round(Math.Exp(random.Normal(1.8, 1, 3)))), Math.Max(3, Math.Round(Math.Exp(random.Normal(1.2, 1.1, 3)))), random.NextDouble() < 0.8 ? 45 : random.Normal(27, 5), Math.Min(90, random.Normal(84, 20, 0))]),
        ["dates as text and months alone"] = ("id,birth,month,admitted,year_only", (random, i) =>
            [i, $"{random.Next(1930, 1990)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}", $"{random.Next(2018, 2022)}-{random.Next(1, 13):00}", $"{random.Next(1, 29):00}.{random.Next(1, 13):00}.{random.Next(2018, 2022)}", random.Next(1995, 2004)]),
        ["one column an answer, rows sorted by outcome"] = ("id,site_a,site_b,site_c,surgery,drug,icu,died", (random, i) =>
        {
            var (site, treatment) = (random.Next(3), random.Next(3));
            return [i, site == 0 ? 1 : 0, site == 1 ? 1 : 0, site == 2 ? 1 : 0, treatment == 0 ? 1 : 0, treatment == 1 ? 1 : 0, random.Next(8) == 0 ? 1 : 0, i > 480 ? 1 : 0];
        }
        ),
        ["quantities with a sign"] = ("id,base_excess,fluid_balance,weight_change_kg,axis,eq5d,strain,longitude", (random, i) =>
            [i, random.Normal(-1, 3.5), random.Normal(400, 1500, 0), random.Normal(0.5, 4), random.Normal(30, 40, 0), Math.Min(1, Math.Max(-0.594, random.Normal(0.78, 0.25, 3))), random.Normal(-18, 3), random.Normal(17, 0.2, 4)]),
        ["other units"] = ("id,height_m,temp_f,creatinine,glucose,hb,cholesterol", (random, i) =>
            [i, random.Normal(1.7, 0.09, 2), random.Normal(98.4, 0.8), Math.Max(45, random.Normal(85, 15, 0)), random.Normal(5.6, 1), random.Normal(8.6, 0.9), random.Normal(5.2, 1)]),
        ["newborns"] = ("baby_id,ga_weeks,birth_weight,hr,rr,sbp,age_days,apgar_1", (random, i) =>
            [i, random.Normal(35, 3, 0), Math.Max(500, random.Normal(2300, 600, 0)), random.Normal(142, 12, 0), random.Normal(48, 8, 0), random.Normal(60, 8, 0), random.Next(0, 29), One(random, (8, 0.5), (9, 0.3), (5, 0.1), (3, 0.1))]),
        ["names and codes that look like nothing"] = ("id,first_name,last_name,country,allergy", (random, i) =>
            [i, Any(random, "Nan", "Anna", "Jan", "Ewa"), Any(random, "Null", "Nowak", "None", "Kowalska", "Unger"), Any(random, "NA", "DE", "PL", "FR"), Any(random, "none known", "penicillin", "latex")]),
        ["a questionnaire and its sum"] = ("id,q1,q2,q3,q4,sum_score", (random, i) =>
        {
            var answers = Enumerable.Range(0, 4).Select(_ => Math.Clamp((int)random.Normal(3.4, 1, 0), 1, 5)).ToList();
            return [i, .. answers.Select(answer => (object)answer), answers.Sum()];
        }
        ),
        ["whole numbers written with a point"] = ("id,sex,smoker,sbp,heart_rate", (random, i) => [i, $"{1 + (i % 2)}.0", $"{random.Next(2)}.0", $"{random.Normal(130, 15, 0)}.0", $"{random.Normal(75, 10, 0)}.0"]),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Correct_data_are_not_called_an_error(string name)
    {
        var (header, cells) = Tables[name];
        var random = new Random(5);
        var diagnoses = Examine(header, Enumerable.Range(1, Rows).Select(i => Row(cells(random, i))));

        Assert.Empty(diagnoses.Where(diagnosis => diagnosis.Verdict == Verdict.Error).Select(diagnosis => diagnosis.Finding.Says));
    }

    static int One(Random random, params (int Value, double Share)[] shares)
    {
        var place = random.NextDouble();
        return shares.FirstOrDefault(one => (place -= one.Share) < 0, shares[0]).Value;
    }

    static string Any(Random random, params string[] words) => words[random.Next(words.Length)];

    static int Waiting(Random random, double mean) => (int)(-mean * Math.Log(1 - random.NextDouble()));
}

using Anamnesis.Simulation;
using static Anamnesis.Findings.Plant;

namespace Anamnesis.Findings;

static partial class Plants
{
    static IReadOnlyList<Plant> Values =>
    [
        new("impossible-value", "spo2", new Table("vitals", "patient_id,age,spo2", 400, (i, draw) =>
            [i + 1, Age(ref draw), i % 131 == 0 ? 140 + draw.Whole(0, 60) : Round(Math.Min(100, draw.Normal(96, 1.5)))])),
        new("extremes", "xyz", new Table("panel", "patient_id,age,xyz", 400, (i, draw) => [i + 1, Age(ref draw), i % 260 == 7 ? 420 + draw.Whole(0, 60) : Round(draw.Normal(35, 4), 1)])),
        new("spike", "weight", new Table("vitals", "patient_id,age,weight", 600, (i, draw) => [i + 1, Age(ref draw), draw.Chance(0.2) ? 70 : Weight(ref draw)])),
        new("last-digits", "sbp", new Table("vitals", "patient_id,age,sbp", 600, (i, draw) =>
            [i + 1, Age(ref draw), draw.Chance(0.6) ? 10 * Round(draw.Normal(13, 1.7)) : Systolic(ref draw)])),
        new("two-humps", "creatinine", new Table("labs", "patient_id,site,creatinine", 600, (i, draw) =>
        {
            var (site, value) = (Site(ref draw), Skewed(ref draw, 1.1, 0.28, 2));
            return [i + 1, site, site == "River" ? Round(88.4 * value) : value];
        })),
        new("site-apart", "marker", new Table("labs", "patient_id,site,sodium,potassium,marker", 900, (i, draw) =>
        {
            var site = Site(ref draw);
            return [i + 1, site, Sodium(ref draw), Round(draw.Normal(4.3, 0.4), 1), Skewed(ref draw, site == "South" ? 105 : 22, 0.4, 1)];
        })),
        new("off-grid", "marker", new Table("labs", "patient_id,age,marker", 500, (i, draw) => [i + 1, Age(ref draw), Round(draw.Normal(30, 6), draw.Chance(0.15) ? 6 : 1)])),
        new("converted-values", "weight", new Table("vitals", "patient_id,age,weight", 500, (i, draw) =>
            [i + 1, Age(ref draw), Round(0.45359237 * (draw.Chance(0.4) ? 5 * Round(draw.Normal(34, 5)) : Round(draw.Normal(170, 25))), 2)])),
        new("level-shift", "troponin", new Table("labs", "patient_id,collected,troponin", 2400, (i, draw) =>
        {
            var taken = Moment(ref draw);
            return [i + 1, taken, Skewed(ref draw, taken < new DateTime(2021, 1, 1) ? 20 : 42, 0.45, 1)];
        })),
        new("lone-rises", "potassium", new Table("labs", "patient_id,collected,potassium", 900, (i, draw) =>
            [1 + (i / 6), new DateTime(2021, 3, 1, 6, 12, 5).AddHours(24 * ((i % 6) + (i / 6))).AddSeconds(i * 37 % 3000), Round(draw.Normal(4.2, 0.2), 1) + (i % 47 == 0 ? 1.9 : 0)])),
        new("threshold-heap", "sbp", new Table("vitals", "patient_id,age,sbp", 1500, (i, draw) =>
        {
            var systolic = Systolic(ref draw);
            return [i + 1, Age(ref draw), systolic is >= 140 and <= 143 && draw.Chance(0.7) ? 138 + draw.Whole(0, 1) : systolic];
        })),
        new("differs-by-source", "temperature,method", new Table("vitals", "patient_id,method,heart_rate,temperature,weight", 600, (i, draw) =>
        {
            var method = draw.One(["ear", "armpit", "rectal"]);
            return [i + 1, method, Round(draw.Normal(78, 10)), Round(draw.Normal(method == "armpit" ? 36.3 : 36.9, 0.35), 1), Weight(ref draw)];
        })) { Names = "that it is a method, its name says" },
        new("formula-step", "egfr", new Table("labs", "patient_id,collected,creatinine,egfr", 2400, (i, draw) =>
        {
            var (taken, creatinine) = (Moment(ref draw), Skewed(ref draw, 1.1, 0.35, 2));
            return [i + 1, taken, creatinine, Round((taken < new DateTime(2021, 1, 1) ? 76 : 84) * Math.Pow(creatinine, -1.15) * Math.Exp(0.08 * draw.Normal()))];
        })),
        new("treated-level", "heart_rate", new Table("vitals", "stay_id,heart_rate,sbp", 700, (i, draw) => [i + 1, Round(draw.Normal(i % 3 == 0 ? 88 : 66, 10)), Systolic(ref draw)]),
            new Table("orders", "stay_id,drug,dose", 700, (i, draw) => [i + 1, i % 3 == 0 ? "furosemide" : i % 3 == 1 ? "bisoprolol" : "metoprolol", 10 * draw.Whole(1, 8)])),
        new("repeated-value", "sbp", new Table("vitals", "patient_id,taken,sbp", 800, (i, _) =>
            [1 + (i / 8), new DateTime(2021, 3, 1, 7, 12, 5).AddHours((5 * (i % 8)) + (24.0 * (i / 8))).AddSeconds(i * 37 % 3000), Copied(i)])),
        new("computed-column", "bmi,weight,height", new Table("vitals", "patient_id,weight,height,bmi", 300, (i, draw) =>
        {
            var (weight, height) = (Weight(ref draw), Round(Height(ref draw) / 100, 2));
            return [i + 1, weight, height, Round(weight / (height * height), 1)];
        })),
        new("constant", "died", new Table("stays", "patient_id,age,sodium,died", 200, (i, draw) => [i + 1, Age(ref draw), Sodium(ref draw), 1])),
        new("cross-field", "sbp,dbp", new Table("vitals", "patient_id,age,sbp,dbp", 400, (i, draw) =>
        {
            var sbp = Systolic(ref draw);
            var dbp = Round((0.58 * sbp) + draw.Normal(0, 5));
            return i % 50 == 3 ? [i + 1, Age(ref draw), dbp, sbp] : [i + 1, Age(ref draw), sbp, dbp];
        })),
        new("leakage", "comfort,died", new Table("stays", "patient_id,age,comfort,died", 500, (i, draw) =>
        {
            var died = draw.Chance(0.3);
            return [i + 1, Age(ref draw), Round(draw.Normal(died ? 62 : 20, 9)), died ? 1 : 0];
        })),
    ];

    /// <summary>A pressure that is copied from the one before in four of ten.</summary>
    static double Copied(int i)
    {
        var draw = Draw.For(7, "copied", i);
        return i % 8 > 0 && draw.Chance(0.4) ? Copied(i - 1) : Systolic(ref draw);
    }
}

using static Anamnesis.Findings.Plant;

namespace Anamnesis.Findings;

static partial class Plants
{
    static IReadOnlyList<Plant> Missing =>
    [
        new("missing", "crp", new Table("labs", "patient_id,age,sodium,crp", 300, (i, draw) =>
            [i + 1, Age(ref draw), Sodium(ref draw), draw.Chance(0.3) ? null : Crp(ref draw)])),
        new("co-missing", "crp,ferritin,tsat", new Table("labs", "patient_id,age,sodium,crp,ferritin,tsat", 300, (i, draw) =>
            [i + 1, Age(ref draw), Sodium(ref draw), .. draw.Chance(0.3) ? new object?[3] : [Crp(ref draw), Skewed(ref draw, 120, 0.6, 0), Skewed(ref draw, 22, 0.3, 0)]])),
        new("missing-at-site", "crp,site", new Table("labs", "patient_id,site,sodium,crp", 600, (i, draw) =>
        {
            var site = Site(ref draw);
            return [i + 1, site, Sodium(ref draw), draw.Chance(site == "River" ? 0.8 : 0.1) ? null : Crp(ref draw)];
        })),
        new("missing-by-answer", "device_type,device", new Table("stays", "patient_id,age,device,device_type", 400, (i, draw) =>
            draw.Chance(0.3) ? [i + 1, Age(ref draw), "yes", draw.One(["ICD", "CRT-D", "pacemaker"])] : [i + 1, Age(ref draw), "no", null])),
        new("missing-in-less-sick", "lactate", new Table("stays", "patient_id,age,lactate,died", 600, (i, draw) =>
        {
            var died = draw.Chance(0.25);
            return [i + 1, Age(ref draw), draw.Chance(died ? 0.15 : 0.5) ? null : Skewed(ref draw, 1.8, 0.4, 1), died ? 1 : 0];
        })),
        new("missing-in-sicker", "weight", new Table("stays", "patient_id,age,weight,died", 600, (i, draw) =>
        {
            var died = draw.Chance(0.25);
            return [i + 1, Age(ref draw), draw.Chance(died ? 0.6 : 0.15) ? null : Weight(ref draw), died ? 1 : 0];
        })),
        new("missingness-step", "nyha", new Table("stays", "patient_id,admitted,age,nyha", 800, (i, draw) =>
        {
            var admitted = Moment(ref draw);
            return [i + 1, admitted, Age(ref draw), admitted < new DateTime(2021, 2, 1) || draw.Chance(0.05) ? null : draw.One(["I", "II", "III", "IV"])];
        })),
        new("empty", "remark", new Table("stays", "patient_id,age,sodium,remark", 200, (i, draw) => [i + 1, Age(ref draw), Sodium(ref draw), null])),
        new("disguised-missing", "potassium", new Table("labs", "patient_id,age,potassium", 400, (i, draw) =>
            [i + 1, Age(ref draw), draw.Chance(0.05) ? 999 : Round(draw.Normal(4.3, 0.4), 1)])),
    ];
}

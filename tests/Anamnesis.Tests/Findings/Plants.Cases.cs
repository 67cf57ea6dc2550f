using Anamnesis.Simulation;
using static Anamnesis.Findings.Plant;

namespace Anamnesis.Findings;

static partial class Plants
{
    /// <summary>Codes, cases, versions and joined rows.</summary>
    static IReadOnlyList<Plant> Cases =>
    [
        new("code-change", "code", new Table("diagnoses", "patient_id,coded,code", 1500, (i, draw) =>
        {
            var (coded, place) = (Moment(ref draw), draw.Whole(0, 7));
            return [draw.Whole(1, 500), coded, coded < new DateTime(2021, 1, 1) ? $"{410 + (2 * place)}.{place}" : $"I{20 + place}.{place}"];
        })),
        new("touching-stays", "admitted,discharged", new Table("stays", "stay_id,patient_id,ward,admitted,discharged", 400, (i, _) =>
        {
            var draw = Draw.For(7, "touching", i / 2);
            var (admitted, hours, later) = (Moment(ref draw), draw.Whole(20, 200), draw.Whole(3, 90));
            var between = admitted.AddHours(hours);
            return i % 2 == 0 ? [i + 1000, 1 + (i / 2), "Emergency", admitted, between] : [i + 1000, 1 + (i / 2), "Cardiology", between.AddMinutes(i % 20 == 1 ? later : 1440 * later), between.AddMinutes(i % 20 == 1 ? later : 1440 * later).AddHours(hours)];
        })),
        new("multiplied-rows", "drug,code", new Table("stays", "stay_id,age,ward,drug,code", 480, (i, _) =>
        {
            var (stay, draw) = (i / 6, Draw.For(7, "multiplied", i / 6));
            return [stay + 1, Age(ref draw), draw.One(["Cardiology", "Internal"]), Drugs[(stay + (i % 3)) % Drugs.Length], Diseases[(stay + (i % 2)) % Diseases.Length]];
        })),
        new("several-versions", "test,collected,result", new Table("labs", "patient_id,test,collected,resulted,result", 1200, (i, _) =>
        {
            var (first, draw) = (i % 12 == 11 ? i - 1 : i, Draw.For(7, "versions", i % 12 == 11 ? i - 1 : i));
            var (collected, value) = (Moment(ref draw), Round(draw.Normal(first % 2 == 0 ? 139 : 105, first % 2 == 0 ? 3 : 4)));
            return [1 + (first / 24), first % 2 == 0 ? "sodium" : "chloride", collected, collected.AddMinutes(first == i ? 50 : 95), first == i ? value : value + 4];
        })),
        new("changing-person", "age,admitted", new Table("stays", "stay_id,patient_id,age,admitted", 600, (i, draw) =>
        {
            var (admitted, own) = (Moment(ref draw), Draw.For(7, "aged", i / 4));
            return [i + 1000, 1 + (i / 4), Math.Floor((admitted - new DateTime(1935, 1, 1)).TotalDays / 365.25) + own.Whole(-14, 14) + (i % 40 == 5 ? 17 : 0), admitted];
        }))
        { Names = "no role tells an age" },
    ];

    static readonly string[] Drugs = ["bisoprolol", "furosemide", "ramipril", "apixaban", "metformin"];

    static readonly string[] Diseases = ["I50.1", "I48", "E11.9", "N18.9"];
}

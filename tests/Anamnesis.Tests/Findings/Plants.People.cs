using Anamnesis.Simulation;
using static Anamnesis.Findings.Plant;

namespace Anamnesis.Findings;

/// <summary>Who is in the data, what became of them, and what was taken out to protect them.</summary>
static partial class Plants
{
    static IReadOnlyList<Plant> People =>
    [
        new("case-mix", "age,site", new Table("stays", "patient_id,site,age,sodium", 600, (i, draw) =>
        {
            var site = Site(ref draw);
            return [i + 1, site, Round(draw.Normal(site == "River" ? 54 : 70, 10)), Sodium(ref draw)];
        })),
        new("only-yes", "oedema", new Table("stays", "patient_id,age,sodium,oedema", 400, (i, draw) => [i + 1, Age(ref draw), Sodium(ref draw), draw.Chance(0.3) ? "yes" : null])),
        new("coarse-grid", "height", new Table("patients", "patient_id,age,height", 400, (i, draw) => [i + 1, Age(ref draw), 5 * Round(draw.Normal(34, 1.6))])),
        new("oldest-age", "age", new Table("stays", "patient_id,age,sodium", 900, (i, draw) => [i + 1, Math.Min(90, Round(draw.Normal(76, 10))), Sodium(ref draw)])),
        new("redacted-text", "letter", new Table("letters", "patient_id,age,letter", 300, (i, draw) =>
            [i + 1, Age(ref draw), draw.Chance(0.4) ? $"Seen by [** Name **] on day {draw.Whole(2, 90)} for breathlessness" : $"Seen on day {draw.Whole(2, 90)} for swollen legs"])),
        new("deaths-inside", "death_date",
            new Table("patients", "patient_id,height,death_date", 300, (i, draw) => [i + 1, Height(ref draw), i % 4 == 0 ? System.DateOnly.FromDateTime(Admitted(i).AddDays(5)) : null]),
            new Table("stays", "stay_id,patient_id,admitted,discharged,nyha", 300, (i, draw) => [i + 1000, i + 1, Admitted(i), Admitted(i).AddDays(5), draw.One(["I", "II", "III", "IV"])])),
    ];

    static DateTime Admitted(int i)
    {
        var draw = Draw.For(7, "admitted", i);
        return Moment(ref draw);
    }
}

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
        new("deaths-known-elsewhere", "death_date",
            new Table("patients", "patient_id,height,death_date", 300, (i, draw) => [i + 1, Height(ref draw), i % 8 == 0 ? System.DateOnly.FromDateTime(Admitted(i).AddDays(5)) : null]),
            new Table("registry", "patient_id,death_date,place", 75, (i, draw) => [(4 * i) + 1, System.DateOnly.FromDateTime(Admitted(4 * i).AddDays(5)), draw.One(["home", "hospital"])])),
        new("uneven-contact", "patient_id",
            new Table("vitals", "patient_id,taken,heart_rate", 3000, (i, draw) =>
            {
                var often = draw.Chance(0.6);
                return [often ? 4 * draw.Whole(0, 49) : draw.Whole(0, 199), Moment(ref draw), Round(draw.Normal(80, 9))];
            }),
            new Table("people", "patient_id,height,died", 200, (i, draw) => [i, Height(ref draw), i % 4 == 0 ? 1 : 0])),
        new("outcome-free-group", "device,died", new Table("stays", "patient_id,age,device,died", 500, (i, draw) =>
        {
            var device = draw.Chance(0.4);
            return [i + 1, Age(ref draw), device ? "yes" : "no", !device && draw.Chance(0.3) ? 1 : 0];
        })),
        new("late-entry", "recorded,taken", new Table("vitals", "patient_id,taken,recorded,heart_rate", 400, (i, draw) =>
        {
            var taken = Moment(ref draw);
            return [i + 1, taken, taken.AddSeconds(1200 + draw.Whole(0, 9000)), Round(draw.Normal(80, 9))];
        })),
    ];

    static IReadOnlyList<Plant> Course =>
    [
        new("seasonal-offset", "recorded,taken", new Table("vitals", "patient_id,taken,recorded,heart_rate", 900, (i, draw) =>
        {
            var taken = Moment(ref draw);
            return [i + 1, taken, taken.AddSeconds(60 + draw.Whole(0, 400) + (taken.Month is >= 4 and <= 9 ? 3600 : 0)), Round(draw.Normal(80, 9))];
        })),
        new("fewer-in-months", "admitted", new Table("stays", "stay_id,admitted,age,nyha", 2400, (i, draw) =>
        {
            var admitted = Moment(ref draw, 4);
            var away = admitted >= new DateTime(2021, 3, 1) && admitted < new DateTime(2021, 7, 1) && draw.Chance(0.8);
            return [i + 1000, away ? admitted.AddDays(draw.Chance(0.5) ? 400 : -300) : admitted, Age(ref draw), draw.One(["I", "II", "III", "IV"])];
        })),
        new("fading-series", "measured", new Table("home", "patient_id,measured,weight", 6000, (i, draw) =>
        {
            var (patient, day) = (i / 120, i % 120);
            var first = new DateTime(2020, 1, 6).AddDays(7 * (patient % 50));
            return [patient + 1, first.AddDays(draw.Chance(day / 200.0) ? draw.Whole(0, 20) : day).AddSeconds(23_400 + draw.Whole(0, 9000)), Weight(ref draw)];
        })),
        new("off-hours-sicker", "taken", new Table("vitals", "patient_id,taken,sodium,died", 1500, (i, draw) =>
        {
            var night = draw.Chance(0.15);
            var day = Moment(ref draw).Date;
            return [i + 1, day.AddSeconds((3600 * (night ? draw.Whole(0, 4) : draw.Whole(6, 9))) + draw.Whole(1, 3599)), Sodium(ref draw), draw.Chance(night ? 0.6 : 0.15) ? 1 : 0];
        })),
    ];

    static DateTime Admitted(int i)
    {
        var draw = Draw.For(7, "admitted", i);
        return Moment(ref draw);
    }
}

using Anamnesis.Simulation;
using static Anamnesis.Findings.Plant;

namespace Anamnesis.Findings;

static partial class Plants
{
    /// <summary>Diagnoses and orders.</summary>
    static IReadOnlyList<Plant> Coded =>
    [
        new("growing-code", "code", new Table("diagnoses", "stay_id,patient_id,coded,code", 4000, (i, _) =>
        {
            var (stay, draw) = (i / 4, Draw.For(7, "growing", i / 4));
            var coded = Moment(ref draw, years: 6);
            var late = (coded - new DateTime(2020, 1, 1)).TotalDays / 2190;
            return [stay + 1000, 1 + (stay % 700), coded, (i % 4) switch { 0 => "I50.1", 1 => draw.Chance(0.5) ? "I48.0" : "I25.1", 2 => draw.Chance(0.3) ? "E11.9" : "J44.9", _ => draw.Chance(0.1 + (0.5 * late)) ? "N17.9" : "Z95.0" }];
        })),
        new("uncertain-codes", "certainty", new Table("diagnoses", "patient_id,code,certainty", 600, (i, draw) =>
            [draw.Whole(1, 200), draw.One(["I50.1", "I48.0", "E11.9", "J44.9", "I10.9", "I21.4", "N18.3"]), i % 9 == 4 ? "suspected" : "certain"])),
        new("flickering-code", "code", new Table("diagnoses", "stay_id,patient_id,coded,code", 2400, (i, _) =>
        {
            var (stay, draw) = (i / 4, Draw.For(7, "flicker", i / 4));
            var coded = new DateTime(2020, 1, 7, 11, 5, 9).AddDays((stay % 4 * 90) + (stay / 4 % 300)).AddMinutes(draw.Whole(0, 300));
            return [stay + 1000, 1 + (stay / 4), coded, (i % 4) switch { 0 => "I50.1", 1 => draw.Chance(0.5) ? "I48.0" : "Z95.0", 2 => draw.Chance(0.6) ? "E11.9" : "R06.0", _ => draw.Chance(0.6) ? "N18.3" : "D64.9" }];
        })),
        new("orders-not-given", "order_id",
            new Table("drug_orders", "order_id,patient_id,drug,dose", 400, (i, draw) => [i + 7000, draw.Whole(1, 150), draw.One(Drugs), draw.One([2.5, 5.0, 10.0])]),
            new Table("drug_given", "order_id,patient_id,given", 900, (i, draw) => [7000 + (i * 4 / 9 % 400 / 4 * 4) + (i % 3), draw.Whole(1, 150), Moment(ref draw)]))
        { Names = "no role tells an order from what was given" },
    ];

    /// <summary>What devices say.</summary>
    static IReadOnlyList<Plant> Devices =>
    [
        new("statement-apart", "rhythm,status", new Table("ecgs", "patient_id,heart_rate,rhythm,status", 600, (i, draw) =>
            [draw.Whole(1, 300), Round(draw.Normal(76, 11)), draw.Chance(i % 3 == 0 ? 0.4 : 0.15) ? "atrial fibrillation" : "sinus rhythm", i % 3 == 0 ? "automatic" : "confirmed"])),
        new("rates-apart", "heart_rate",
            new Table("vitals", "patient_id,taken,heart_rate,temperature", 400, (i, draw) => [1 + i, new DateTime(2021, 3, 1, 7, 0, 0).AddHours(i).AddSeconds(draw.Whole(0, 3599)), Round(draw.Normal(i % 4 == 0 ? 74 : 76, 6)), Round(draw.Normal(36.7, 0.3), 1)]),
            new Table("ecgs", "patient_id,taken,heart_rate,qrs,rhythm", 400, (i, draw) => [1 + i, new DateTime(2021, 3, 1, 8, 0, 0).AddHours(i).AddSeconds(draw.Whole(0, 3599)), Round(draw.Normal(i % 4 == 0 ? 96 : 76, 6)), Round(draw.Normal(98, 9)), i % 4 == 0 ? "atrial fibrillation" : "sinus rhythm"]))
        { Names = "no role tells a rhythm" },
        new("turned-axis", "axis", new Table("ecgs", "patient_id,taken,qrs,axis", 600, (i, draw) =>
            [1 + (i / 5), new DateTime(2021, 3, 1, 8, 10, 41).AddDays((31 * (i % 5)) + (i / 5)).AddSeconds(draw.Whole(1, 9000)), Round(draw.Normal(98, 9)), Round(draw.Normal(20, 12)) is var usual && i % 15 == 7 ? 180 - usual : usual]))
        { Names = "no role tells an axis" },
    ];
}

using static Anamnesis.Findings.Plant;

namespace Anamnesis.Findings;

static partial class Plants
{
    static IReadOnlyList<Plant> Times =>
    [
        new("date-only", "taken", new Table("vitals", "patient_id,taken,sbp", 400, (i, draw) => [i + 1, draw.Chance(0.4) ? Moment(ref draw).Date : Moment(ref draw), Systolic(ref draw)])),
        new("round-times", "taken", new Table("vitals", "patient_id,taken,sbp", 600, (i, draw) => [i + 1, draw.Chance(0.5) ? Moment(ref draw).Date.AddHours(draw.Whole(7, 18)) : Moment(ref draw), Systolic(ref draw)])),
        new("impossible-date", "taken", new Table("vitals", "patient_id,taken,sbp", 400, (i, draw) => [i + 1, i % 90 == 5 ? new DateTime(1900, 1, 1) : Moment(ref draw), Systolic(ref draw)])),
        new("no-rhythm", "taken", new Table("vitals", "patient_id,taken,sbp", 3000, (i, draw) =>
            [i + 1, new DateTime(2010, 1, 4).AddDays(draw.Whole(0, 3652)).AddSeconds((3600 * draw.Whole(6, 17)) + draw.Whole(1, 3599)), Systolic(ref draw)])),
        new("gap", "taken", new Table("vitals", "patient_id,taken,sbp", 1800, (i, draw) =>
            [i + 1, new DateTime(2021, 1, 4).AddDays(i % 85 < 40 ? i % 85 : (i % 85) + 5).AddSeconds(draw.Whole(25_000, 70_000)), Systolic(ref draw)])),
        new("edge", "discharged", new Table("stays", "stay_id,patient_id,admitted,discharged", 600, (i, draw) =>
        {
            var admitted = Moment(ref draw);
            var discharged = admitted.AddDays(draw.Whole(2, 14)).AddSeconds(-draw.Whole(0, 7000));
            return [i + 101, i + 1, admitted, discharged > new DateTime(2021, 12, 13) ? null : discharged];
        })),
        new("time-order", "discharged,admitted", new Table("stays", "stay_id,patient_id,admitted,discharged", 400, (i, draw) =>
        {
            var admitted = Moment(ref draw);
            return [i + 101, i + 1, admitted, i % 40 == 9 ? admitted.AddSeconds(-90_000) : admitted.AddDays(draw.Whole(2, 14)).AddSeconds(draw.Whole(0, 7000))];
        })),
    ];
}

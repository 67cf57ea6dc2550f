using Anamnesis.Simulation;
using static Anamnesis.Findings.Plant;

namespace Anamnesis.Findings;

static partial class Plants
{
    static IReadOnlyList<Plant> Rows =>
    [
        new("duplicate-key", "patient_id", new Table("patients", "patient_id,sex,height", 400, (i, draw) => [i % 50 == 7 ? i : i + 1, Sex(ref draw), Height(ref draw)])),
        new("duplicate-rows", "", new Table("labs", "patient_id,collected,sodium,potassium,crp", 500, (i, _) => Sample(i % 25 == 24 ? i - 1 : i))),
        new("orphans", "patient_id",
            new Table("stays", "stay_id,patient_id,age,nyha", 400, (i, draw) => [i + 1000, i % 40 == 3 ? 9000 + i : draw.Whole(1, 150), Age(ref draw), draw.One(["I", "II", "III", "IV"])]),
            new Table("patients", "patient_id,sex,height", 150, (i, draw) => [i + 1, Sex(ref draw), Height(ref draw)])),
        new("same-person", "birth_date,sex", new Table("patients", "patient_id,birth_date,sex,height", 300, (i, draw) =>
        {
            var (day, sex) = Born(i % 15 == 14 ? i - 7 : i);
            return [i + 1, day, sex, Height(ref draw)];
        }))
        { Names = "no role tells a date of birth or the sex" },
        new("spellings", "ward", new Table("stays", "patient_id,age,ward", 300, (i, draw) => [i + 1, Age(ref draw), draw.One(["Cardiology", "cardiology", "Internal", "Emergency"])])),
        new("repeated-table", "sodium",
            new Table("labs_old", "sample_id,patient_id,collected,sodium,crp", 300, (i, _) => i % 100 == 7 ? [.. Numbered(i)[..3], 99 + i, Numbered(i)[4]] : Numbered(i)),
            new Table("labs", "sample_id,patient_id,collected,sodium,crp", 300, (i, _) => Numbered(i))),
        new("uneven-patients", "patient_id", new Table("stays", "stay_id,patient_id,admitted,discharged", 200, (i, draw) =>
        {
            var admitted = Moment(ref draw);
            return [i + 1000, i % 5 == 0 ? 1 : i + 1, admitted, admitted.AddHours(draw.Whole(20, 200))];
        })),
        new("synonym-codes", "label,dbsource", new Table("dictionary", "item_id,label,dbsource", 200, (i, _) => [i + 4000, $"measure {(i % 10 < 4 ? i / 2 : i)} of it", i % 2 == 0 ? "north" : "south"]))
        { Names = "no role tells the name of a code" },
        new("source-systems", "source_system",
            new Table("stays", "stay_id,patient_id,admitted,source_system", 200, (i, draw) => [i + 1000, i + 1, Admitted(i), i % 5 < 2 ? "old" : "new"]),
            new Table("labs", "stay_id,taken,item,value", 3000, (i, draw) => [(i % 200) + 1000, Moment(ref draw), (i % 200 % 5 < 2 ? 100 : 900) + (i / 200), Round(draw.Normal(80, 9))]))
        { Names = "a system is known by the name of its column" },
        new("cut-text", "referral", new Table("stays", "patient_id,age,referral", 300, (i, draw) => [i + 1, Age(ref draw), draw.One(Referrals)])),
        new("copied-text", "report_text", new Table("reports", "patient_id,done,report_text", 400, (i, _) =>
            [1 + (i / 5), new DateTime(2021, 3, 1, 8, 12, 5).AddDays((9 * (i % 5)) + (i / 5)).AddSeconds(i * 37 % 3000), Dictated(i % 5 > 0 && i % 3 == 0 ? i - 1 : i)])),
        new("denied-in-text", "code,stay_id", new Table("diagnoses", "stay_id,code,position", 500, (i, _) => [1 + (i / 2), i % 2 == 0 ? "I50.1" : i % 5 == 0 ? "E11.9" : "N18.3", 1 + (i % 2)]),
            new Table("notes", "stay_id,written,note_text", 250, (i, draw) => [i + 1, Moment(ref draw), $"Seen today: {draw.One(Remarks)} {(i % 3 == 0 ? "No diabetes" : "Diabetic on tablets")}. {draw.One(Remarks)} Room {draw.Whole(1, 90)}"])),
        new("number-in-text", "lvef,report_text", new Table("reports", "patient_id,lvef,report_text", 300, (i, draw) =>
        {
            var fraction = Round(draw.Normal(45, 9));
            return [i + 1, draw.Chance(0.3) ? null : fraction, $"Echo of {draw.Whole(1, 28)} May: LVEF {fraction} %. {draw.One(Remarks)} {draw.One(Remarks)}"];
        })) { Names = "the text says the name of the number" },
        new("cancelled-rows", "status", new Table("orders", "patient_id,age,status", 300, (i, draw) => [i + 1, Age(ref draw), draw.One(["final", "final", "Cancelled", "active"])])),
        new("encoding", "city", new Table("patients", "patient_id,sex,city", 300, (i, draw) => [i + 1, Sex(ref draw), draw.One(["WrocÅ‚aw", "Legnica", "Opole"])])),
        new("type-mix", "crp", new Table("labs", "patient_id,age,crp", 400, (i, draw) => [i + 1, Age(ref draw), draw.Chance(0.1) ? "<3" : Crp(ref draw)]))
        { Text = "a column of numbers holds no texts" },
        new("rejected-rows", "", new Table("labs", "patient_id,age,crp", 400, (i, draw) => i % 97 == 50 ? [i + 1, 70] : [i + 1, Age(ref draw), Crp(ref draw)]))
        { Text = "Parquet has no broken lines" },
    ];

    static readonly string[] Referrals =
    [
        .. new[]
        {
            "Transfer from another hospital", "Sent by the family physician", "Brought in by an ambulance car", "Planned admission for a device",
            "Walked in", "Emergency room", "From a spa", "Sent by a relative",
        }.Select(text => text.Length > 25 ? text[..25] : text),
    ];

    static readonly string[] Remarks = ["Valves without relevant disease.", "Mitral regurgitation mild.", "Left atrium enlarged.", "Good window and no effusion seen.", "Apex hypokinetic and inferior wall thin."];

    static string Dictated(int i)
    {
        var draw = Draw.For(7, "dictated", i);
        return $"Seen on round {draw.Whole(1, 900)}: {draw.One(Remarks)} {draw.One(Remarks)} Pressure {draw.Whole(90, 180)} today";
    }

    static object?[] Numbered(int i) => [i + 1, .. Sample(i)[..3], Sample(i)[4]];

    static object?[] Sample(int i)
    {
        var draw = Draw.For(7, "sample", i);
        return [draw.Whole(1, 200), Moment(ref draw), Sodium(ref draw), Round(draw.Normal(4.3, 0.4), 1), Crp(ref draw)];
    }

    static (System.DateOnly Day, string Sex) Born(int i)
    {
        var draw = Draw.For(7, "born", i);
        return (new System.DateOnly(1925, 1, 1).AddDays(draw.Whole(0, 20_000)), Sex(ref draw));
    }
}

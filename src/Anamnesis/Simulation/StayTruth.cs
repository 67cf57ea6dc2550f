using System.Globalization;
using Anamnesis.Simulation.Care;

namespace Anamnesis.Simulation;

/// <summary>What is measured in a stay: vital signs, laboratory, echo.</summary>
static class StayTruth
{
    const int LongestCharted = 15; // days
    const int FirstDays = 6; // in which water is lost and samples are daily; the small clinic charts no more

    static readonly string[] Valves = ["Mitral regurgitation mild.", "Mitral regurgitation moderate.", "No relevant valve disease.", "Left atrium enlarged."];
    static readonly string[] Remarks = ["Compared with before: unchanged.", "First examination here.", "Good window.", "Poor window, apical views only."];

    /// <summary>The fraction of that day; it moves a little around the patient's own.</summary>
    internal static double Ejection(Person person, ref Draw draw) => Math.Clamp(Math.Round(person.Ejection + draw.Normal(0, 2)), 10, 76);

    internal static void Vitals(int seed, Stay stay, TruthTables tables)
    {
        var draw = Draw.For(seed, "vitals", stay.Id);
        var slowed = Treatment.Takes(seed, stay.Person, stay.Admitted, "bisoprolol") ? 8 : 0;
        var (sbp, pulse, weight) = (draw.Normal(130 - (5 * stay.Acute), 15), draw.Normal(82 + (5 * stay.Acute) + (stay.Person.Fibrillation ? 8 : 0) - slowed, 10), stay.Person.Weight + Math.Max(0, 1.5 * stay.Acute));
        var rounds = Rounds(stay, tables.Wide);
        var (late, step) = (rounds.Count > 3 ? 20 : 70, 2.0 / rounds.Count); // minutes; what is lost between two rounds, as of two a day
        for (var day = 0; day < Charted(stay, tables.Wide); day++)
        {
            foreach (var round in rounds)
            {
                var taken = stay.Admitted.Date.AddDays(day).AddMinutes(Math.Floor((round * 60) + draw.Normal(0, late))).AddSeconds(draw.Whole(1, 59));
                if (taken <= stay.Admitted || taken >= stay.Discharged || (Quiet(stay, taken) && draw.Chance(0.3)))
                {
                    continue;
                }

                weight -= step * ((day < FirstDays ? Math.Max(0, 0.25 * stay.Acute) : 0) + draw.Normal(0, 0.25));
                var systolic = Math.Round(Math.Max(72, sbp + draw.Normal(0, 9)));
                var row = tables.Row("vitals").AppendValue(stay.Id).AppendValue(stay.Person.Id).AppendValue(stay.Site).AppendValue(stay.Ward).AppendValue(Nurse(stay, taken, tables.Wide, draw.Whole(1, 14)))
                    .AppendValue(taken).AppendValue(taken.AddSeconds(60 + Math.Floor(490 * draw.Uniform())))
                    .AppendValue(systolic).AppendValue(Math.Round((systolic * 0.58) + draw.Normal(0, 5))).AppendValue(Math.Round(Math.Max(38, pulse + draw.Normal(0, 7))))
                    .AppendValue(Math.Round(Math.Clamp(draw.Normal(17.5 + (1.2 * Math.Max(0, stay.Acute)), 2.8), 9, 38))).AppendValue(Math.Round(draw.Normal(36.7, 0.35), 1))
                    .AppendValue(Math.Round(Math.Clamp(96 - (1.1 * Math.Max(0, stay.Acute)) + draw.Normal(0, 1.6), 78, 100))).AppendValue(Math.Round(weight, 1));
                if (tables.Wide)
                {
                    row = row.AppendValue(Roster.Shift(taken)).AppendValue(Method(stay, systolic));
                }

                row.EndRow();
            }
        }
    }

    /// <summary>Days of a stay that are charted, that of discharge among them, up to two weeks; the first six in the small clinic.</summary>
    internal static int Charted(Stay stay, bool wide) => wide ? Math.Min(LongestCharted, stay.Days + 1) : Math.Min(FirstDays, stay.Days);

    /// <summary>Hours of the rounds: three a day, every four hours where care is intensive; two in the small clinic.</summary>
    static IReadOnlyList<double> Rounds(Stay stay, bool wide) => !wide ? [7, 17] : stay.Intensive ? [1, 5, 9, 13, 17, 21] : [7, 13, 19];

    /// <summary>In the small clinic anybody of the hospital; in the wide one who is on duty on that ward.</summary>
    static string Nurse(Stay stay, DateTime taken, bool wide, int number) => wide ? Roster.Nurse(stay.Ward, taken, number) : $"{stay.Ward[..1]}{number:00}";

    static string Method(Stay stay, double systolic) =>
        stay.Intensive ? "monitor" : Sites.Find(stay.Site).OnPaper.Contains(stay.Ward) == (systolic % 10 < 7) ? "cuff and ear" : "automatic cuff";

    /// <summary>A weekend on a usual ward: fewer rounds, fewer samples.</summary>
    static bool Quiet(Stay stay, DateTime moment) => moment.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !stay.Intensive;

    internal static void Labs(ClinicPlan plan, Stay stay, Chemistry chemistry, TruthTables tables)
    {
        var draw = Draw.For(plan.Seed, "labs", stay.Id);
        var site = Sites.Find(stay.Site);
        for (var day = 0; day < Charted(stay, plan.Wide); day++)
        {
            var collected = day == 0 ? stay.Admitted.AddSeconds(900 + Math.Floor(3600 * draw.Uniform())) : stay.Admitted.Date.AddDays(day).AddSeconds(21_600 + Math.Floor(5400 * draw.Uniform()));
            if (day > 0 && Quiet(stay, collected) && draw.Chance(0.5))
            {
                continue; // a stable patient waits for Monday
            }

            if (day > FirstDays && day % 2 == 1 && !stay.Intensive)
            {
                continue; // and in the second week for the day after
            }

            var sample = new LabSample(stay.Id, stay.Person.Id, site, collected.AddSeconds(-(600 + Math.Floor(7200 * draw.Uniform()))), collected);
            for (var place = 0; place < Chemistry.Tests.Count; place++)
            {
                var test = Chemistry.Tests[place];
                if (plan.Wide && !Ordered(stay, test, place, day))
                {
                    continue;
                }

                var value = day == 0 && place < 8 ? chemistry.First(place) : chemistry.At(test, day, ref draw);
                sample.Append(test, value, tables, ref draw);
                if (plan.Wide && test.Name == "creatinine")
                {
                    sample.Append(Chemistry.Filtration, Chemistry.FiltrationOf(value, stay.Person, collected), tables, ref draw);
                }
            }

            if (plan.Wide && day == 0)
            {
                Occasional(stay, chemistry, sample, tables, ref draw);
            }
        }
    }

    /// <summary>Electrolytes and creatinine daily, the blood count every other day, natriuretic peptide and troponin again where the patient is ill.</summary>
    static bool Ordered(Stay stay, LabTest test, int place, int day) => day == 0 || test.Name switch
    {
        "potassium" or "sodium" or "creatinine" or "urea" => true,
        "ntprobnp" => day == Math.Min(5, stay.Days - 1) && stay.Emergency,
        "troponin" => day == 1 && stay.Acute > 0.5,
        "glucose" => stay.Person.Diabetes,
        _ => (day + place) % 2 == 0,
    };

    static void Occasional(Stay stay, Chemistry chemistry, LabSample sample, TruthTables tables, ref Draw draw)
    {
        var (group, ordered) = (string.Empty, false);
        foreach (var (test, of, share) in Chemistry.Occasional)
        {
            if (group != of)
            {
                (group, ordered) = (of, draw.Chance(of == "gases" && stay.Intensive ? 0.95 : share));
            }

            if (ordered)
            {
                sample.Append(test, test.Name is "ferritin" ? chemistry.First(8) : test.Name is "tsat" ? chemistry.First(9) : chemistry.At(test, 0, ref draw), tables, ref draw);
            }
        }
    }

    internal static void Report(int seed, Stay stay, TruthTables tables)
    {
        var draw = Draw.For(seed, "report", stay.Id);
        var done = stay.Admitted.AddDays(1).Date.AddMinutes(Math.Floor((8.2 * 60) + (draw.Uniform() * 420))).AddSeconds(draw.Whole(1, 59));
        while (done.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            done = done.AddDays(1);
        }

        var ejection = Ejection(stay.Person, ref draw);
        var site = Sites.Find(stay.Site);
        var size = Math.Round(Math.Clamp(stay.Person.Reduced ? draw.Normal(63, 6.5) : draw.Normal(50, 5), 36, 92));
        var echo = Echo.Of(stay, ejection, size);
        var polish = Roster.Polish(site, stay.Person, stay.Id);
        var row = tables.Row("reports").AppendValue(stay.Id).AppendValue(stay.Person.Id).AppendValue(stay.Site).AppendValue($"{stay.Site[..1]}-echo-{draw.Whole(1, 3)}").AppendValue(done)
            .AppendValue(ejection).AppendValue(size).AppendValue(!tables.Wide ? string.Create(CultureInfo.InvariantCulture, $"LVEF {ejection:0} %, LVEDD {size:0} mm. {draw.One(Valves)} {draw.One(Remarks)}") : polish ? EchoTexts.Polish(echo, ref draw) : EchoTexts.English(echo, ref draw));
        if (tables.Wide)
        {
            row = row.AppendValue(draw.One(site.EchoMachines)).AppendValue(draw.Chance(0.3) ? "biplane" : "visual").AppendValue(echo.Atrium).AppendValue(echo.Right).AppendValue(echo.Jet)
                .AppendValue(draw.Chance(0.03) ? "corrected" : "final").AppendValue(done.AddMinutes(Math.Floor(20 + (Math.Pow(draw.Uniform(), 4) * 4000)))).AppendValue(polish ? "pl" : "en");
        }

        row.EndRow();
    }
}

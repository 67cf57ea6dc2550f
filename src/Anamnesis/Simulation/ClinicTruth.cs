using System.Globalization;
using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>Writes the truth of a clinic: five tables in the schema <c>truth</c>.</summary>
static class ClinicTruth
{
    internal static void Write(DuckDBConnection connection, ClinicPlan plan, Block block, CancellationToken cancellation)
    {
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "CREATE SCHEMA truth; CREATE SCHEMA record; CREATE SCHEMA part;" + string.Concat(ClinicTables.Core.Select(table => table.Create));
            command.ExecuteNonQuery();
        }

        using var patients = connection.CreateAppender("truth", "patients");
        using var stays = connection.CreateAppender("truth", "stays");
        using var vitals = connection.CreateAppender("truth", "vitals");
        using var labs = connection.CreateAppender("truth", "labs");
        using var reports = connection.CreateAppender("truth", "reports");
        var rows = new Rows { Stays = block.FirstRow, Vitals = block.FirstRow, Labs = block.FirstRow, Reports = block.FirstRow };
        for (var number = block.First; number < block.First + block.Patients; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var person = Person.Of(plan.Seed, number);
            var theirs = Stay.Of(plan, person).ToList();
            patients.CreateRow().AppendValue(number).AppendValue(person.Id).AppendValue(person.Female ? "F" : "M").AppendValue(DateOnly.FromDateTime(person.Born)).AppendValue(person.Height)
                .AppendValue(person.City).AppendValue(person.Smoker).AppendValue(theirs[^1].Death is { } death ? DateOnly.FromDateTime(death) : (DateOnly?)null).EndRow();
            foreach (var stay in theirs)
            {
                Append(plan.Seed, stay, new Chemistry(plan.Seed, stay), stays, rows);
                AppendVitals(plan.Seed, stay, vitals, rows);
                AppendLabs(plan.Seed, stay, labs, rows);
                AppendReport(plan.Seed, stay, reports, rows);
            }
        }
    }

    static double Ejection(Person person, ref Draw draw) => Math.Clamp(Math.Round(person.Reduced ? draw.Normal(31, 6.5) : draw.Normal(56, 5.5)), 10, 75);

    static void Append(int seed, Stay stay, Chemistry chemistry, DuckDBAppender stays, Rows rows)
    {
        var draw = Draw.For(seed, "stay", stay.Id);
        var row = stays.CreateRow().AppendValue(++rows.Stays).AppendValue(stay.Id).AppendValue(stay.Person.Id).AppendValue(stay.Site).AppendValue(stay.Ward)
            .AppendValue(stay.Emergency ? "emergency" : "elective").AppendValue(stay.Admitted).AppendValue(stay.Discharged)
            .AppendValue(Math.Floor((stay.Admitted - stay.Person.Born).TotalDays / 365.25))
            .AppendValue(((string[])["I", "II", "III", "IV"])[Math.Clamp((int)Math.Round(1.5 + (0.7 * stay.Acute) + draw.Normal(0, 0.5)), 0, 3)])
            .AppendValue(stay.Intensive ? "yes" : "no");
        foreach (var (test, decimals) in ((string, int)[])[("potassium", 1), ("sodium", 0), ("creatinine", 2), ("urea", 0), ("hb", 1), ("crp", 1), ("ntprobnp", 0), ("troponin", 0), ("ferritin", 0), ("tsat", 0)])
        {
            row.AppendValue(chemistry.At(test, ref draw, decimals));
        }

        row.AppendValue(Ejection(stay.Person, ref draw)).AppendValue(stay.Person.Device ? "yes" : "no").AppendValue(stay.Person.Device ? draw.One((string[])["ICD", "CRT-D", "pacemaker"]) : "none")
            .AppendValue(DateOnly.FromDateTime(stay.Admitted.AddDays(-(30 + (1500 * draw.Uniform()))))).AppendValue(stay.Died ? 1L : 0L).EndRow();
    }

    static void AppendVitals(int seed, Stay stay, DuckDBAppender vitals, Rows rows)
    {
        var draw = Draw.For(seed, "vitals", stay.Id);
        var (sbp, pulse, weight) = (draw.Normal(128 - (5 * stay.Acute), 14), draw.Normal(76 + (4 * stay.Acute), 10), stay.Person.Weight + Math.Max(0, 1.5 * stay.Acute));
        var days = Math.Min(6, (int)(stay.Discharged.Date - stay.Admitted.Date).TotalDays);
        for (var day = 0; day < days; day++)
        {
            foreach (var round in (double[])[7, 17])
            {
                var taken = stay.Admitted.Date.AddDays(day).AddMinutes(Math.Floor((round * 60) + draw.Normal(0, 70))).AddSeconds(draw.Whole(1, 59));
                if (taken <= stay.Admitted || taken >= stay.Discharged)
                {
                    continue;
                }

                weight -= Math.Max(0, 0.25 * stay.Acute) + draw.Normal(0, 0.25);
                var systolic = Math.Round(sbp + draw.Normal(0, 9));
                vitals.CreateRow().AppendValue(++rows.Vitals).AppendValue(stay.Id).AppendValue(stay.Person.Id).AppendValue(stay.Site).AppendValue(stay.Ward).AppendValue($"{stay.Ward[..1]}{draw.Whole(1, 14):00}")
                    .AppendValue(taken).AppendValue(taken.AddSeconds(60 + Math.Floor(600 * draw.Uniform())))
                    .AppendValue(systolic).AppendValue(Math.Round((systolic * 0.58) + draw.Normal(0, 5))).AppendValue(Math.Round(pulse + draw.Normal(0, 7)))
                    .AppendValue(Math.Round(Math.Clamp(draw.Normal(17.5 + (1.2 * Math.Max(0, stay.Acute)), 2.8), 9, 38))).AppendValue(Math.Round(draw.Normal(36.7, 0.35), 1))
                    .AppendValue(Math.Round(Math.Clamp(96 - (1.1 * Math.Max(0, stay.Acute)) + draw.Normal(0, 1.6), 78, 100))).AppendValue(Math.Round(weight, 1)).EndRow();
            }
        }
    }

    static void AppendLabs(int seed, Stay stay, DuckDBAppender labs, Rows rows)
    {
        var draw = Draw.For(seed, "labs", stay.Id);
        var chemistry = new Chemistry(seed, stay);
        var days = (int)(stay.Discharged.Date - stay.Admitted.Date).TotalDays;
        for (var sample = 0; sample < Math.Min(6, days); sample++)
        {
            var collected = sample == 0 ? stay.Admitted.AddSeconds(900 + Math.Floor(3600 * draw.Uniform())) : stay.Admitted.Date.AddDays(sample).AddSeconds(21_600 + Math.Floor(5400 * draw.Uniform()));
            var ordered = collected.AddSeconds(-(600 + Math.Floor(7200 * draw.Uniform())));
            foreach (var (test, unit, decimals) in Chemistry.Tests)
            {
                labs.CreateRow().AppendValue(++rows.Labs).AppendValue(stay.Id).AppendValue(stay.Person.Id).AppendValue(stay.Site).AppendValue(test)
                    .AppendValue(chemistry.At(test, ref draw, decimals).ToString("F" + decimals, CultureInfo.InvariantCulture)).AppendValue(unit)
                    .AppendValue(ordered).AppendValue(collected).AppendValue(collected.AddSeconds(1500 + Math.Floor(4800 * draw.Uniform()))).EndRow();
            }
        }
    }

    static void AppendReport(int seed, Stay stay, DuckDBAppender reports, Rows rows)
    {
        var draw = Draw.For(seed, "report", stay.Id);
        var done = stay.Admitted.AddDays(1).Date.AddMinutes(Math.Floor((8.2 * 60) + (draw.Uniform() * 420))).AddSeconds(draw.Whole(1, 59));
        while (done.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            done = done.AddDays(1);
        }

        var ejection = Ejection(stay.Person, ref draw);
        var size = Math.Round(stay.Person.Reduced ? draw.Normal(61, 6) : draw.Normal(50, 4.5));
        reports.CreateRow().AppendValue(++rows.Reports).AppendValue(stay.Id).AppendValue(stay.Person.Id).AppendValue(stay.Site).AppendValue($"{stay.Site[..1]}-echo-{draw.Whole(1, 3)}").AppendValue(done)
            .AppendValue(ejection).AppendValue(size).AppendValue(string.Create(CultureInfo.InvariantCulture, $"LVEF {ejection:0} %, LVEDD {size:0} mm. {draw.One((string[])["Mitral regurgitation mild.", "Mitral regurgitation moderate.", "No relevant valve disease.", "Left atrium enlarged."])} {draw.One((string[])["Compared with before: unchanged.", "First examination here.", "Good window.", "Poor window, apical views only."])}")).EndRow();
    }

    sealed class Rows
    {
        internal long Stays;
        internal long Vitals;
        internal long Labs;
        internal long Reports;
    }
}

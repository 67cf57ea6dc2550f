using Anamnesis.Simulation.Care;
using Anamnesis.Simulation.Rows;
using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>Writes the truth of a block of patients into a schema.</summary>
static class ClinicTruth
{
    internal static void Write(DuckDBConnection connection, ClinicPlan plan, Block block, string schema, ClosedColumns closed, SparePages spare, CancellationToken cancellation)
    {
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "CREATE SCHEMA truth; CREATE SCHEMA record;";
            command.ExecuteNonQuery();
        }

        using var tables = new TruthTables(connection, plan, block, schema, closed, spare);
        for (var number = block.First; number < block.First + block.Patients; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var course = Course.Of(plan, number);
            Append(course, tables);
            foreach (var stay in course.Stays)
            {
                var chemistry = new Chemistry(plan.Seed, stay.Id, stay.Person, stay.Acute, stay.Emergency, stay.Admitted);
                Append(plan.Seed, stay, chemistry, tables);
                StayTruth.Vitals(plan.Seed, stay, tables);
                StayTruth.Labs(plan, stay, chemistry, tables);
                StayTruth.Report(plan.Seed, stay, tables);
                if (plan.Wide)
                {
                    CareTruth.InHospital(plan.Seed, stay, chemistry, tables);
                }
            }

            if (plan.Wide)
            {
                CareTruth.Outside(plan.Seed, course, tables);
            }
        }

        tables.Finish();
    }

    static void Append(Course course, TruthTables tables)
    {
        var person = course.Person;
        tables.Row("patients").AppendValue(person.Id).AppendValue(person.Female ? "F" : "M").AppendValue(DateOnly.FromDateTime(person.Born)).AppendValue(person.Height)
            .AppendValue(person.City).AppendValue(person.Smoker).AppendValue(course.Died is { } death ? DateOnly.FromDateTime(death) : (DateOnly?)null).EndRow();
    }

    static void Append(int seed, Stay stay, Chemistry chemistry, TruthTables tables)
    {
        var draw = Draw.For(seed, "stay", stay.Id);
        var row = tables.Row("stays").AppendValue(stay.Id).AppendValue(stay.Person.Id).AppendValue(stay.Site).AppendValue(stay.Ward)
            .AppendValue(stay.Emergency ? "emergency" : "elective").AppendValue(stay.Admitted).AppendValue(stay.Discharged)
            .AppendValue(Math.Floor(stay.Person.AgeYears(stay.Admitted)))
            .AppendValue(((string[])["I", "II", "III", "IV"])[Math.Clamp((int)Math.Round(1.5 + (0.7 * stay.Acute) + draw.Normal(0, 0.5)), 0, 3)])
            .AppendValue(stay.Intensive ? "yes" : "no");
        for (var place = 0; place < 10; place++)
        {
            row.AppendValue(chemistry.First(place));
        }

        row.AppendValue(StayTruth.Ejection(stay.Person, ref draw)).AppendValue(stay.Person.Device ? "yes" : "no").AppendValue(stay.Person.Device ? draw.One((string[])["ICD", "CRT-D", "pacemaker"]) : "none")
            .AppendValue(DateOnly.FromDateTime(stay.Admitted.AddDays(-(30 + (1500 * draw.Uniform()))))).AppendValue(stay.Died ? 1L : 0L);
        if (tables.Wide)
        {
            row = row.AppendValue(stay.Complaint).AppendValue(stay.Death is { } death && death <= stay.Discharged ? "died" : draw.Chance(0.06) ? "other hospital" : draw.Chance(0.08) ? "rehabilitation" : "home");
        }

        row.EndRow();
    }
}

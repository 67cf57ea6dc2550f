namespace Anamnesis.Simulation.Care;

/// <summary>Weight and pressure from home every morning, for a year after discharge, where the patient is enrolled.</summary>
static class Telemonitoring
{
    internal static void Append(int seed, Course course, TruthTables tables)
    {
        if (!course.Person.Monitored)
        {
            return;
        }

        var person = course.Person;
        var draw = Draw.For(seed, "home", person.Id);
        var device = $"hub-{person.Id % 900 + 100}";
        foreach (var home in course.Home)
        {
            var measured = home.Day.AddSeconds(23_400 + Math.Floor(9000 * draw.Uniform()));
            var systolic = Math.Round(Math.Max(80, draw.Normal(119 - (4 * home.Congestion), 11)));
            tables.Row("telemonitoring").AppendValue(person.Id).AppendValue(person.Site).AppendValue(device).AppendValue(measured).AppendValue(measured.AddSeconds(5 + Math.Floor(900 * draw.Uniform())))
                .AppendValue(Math.Round(person.Weight + (2.2 * home.Congestion) + draw.Normal(0, 0.35), 1)).AppendValue(systolic).AppendValue(Math.Round((systolic * 0.56) + draw.Normal(7, 4)))
                .AppendValue(Math.Round(Math.Max(42, draw.Normal(71 + (3 * home.Congestion), 7)))).AppendValue((long)Math.Clamp(Math.Round((0.8 * home.Congestion) + draw.Normal(0.5, 0.5)), 0, 3)).AppendValue(draw.Chance(0.15 + (0.2 * Math.Clamp(home.Congestion, 0, 2))) ? 1L : 0L).EndRow();
        }
    }
}

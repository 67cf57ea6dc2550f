using Anamnesis.Profiling;
using Anamnesis.Simulation;
using Anamnesis.Simulation.Styles;

namespace Anamnesis.Recognitions;

/// <summary>The same column has the same role whatever language a hospital names it in.</summary>
public sealed class OtherLanguageTests
{
    [Theory]
    [InlineData("polish")]
    [InlineData("german")]
    public void Times_people_and_places_are_read_as_in_English(string style)
    {
        Assert.Equal(
            [("stays", "admitted", Role.Start), ("stays", "discharged", Role.End), ("stays", "site", Role.Site), ("vitals", "nurse", Role.User), ("vitals", "recorded", Role.Recorded), ("vitals", "site", Role.Site), ("vitals", "taken", Role.Taken)],
            Roles(NamingStyle.Find(style)));
    }

    static List<(string, string, Role)> Roles(NamingStyle style)
    {
        HashSet<string> asked = ["stays admitted", "stays discharged", "stays site", "vitals nurse", "vitals recorded", "vitals site", "vitals taken"];
        using var clinic = Clinic.Open(new ClinicPlan(2, 60, []) { Style = style }, TestContext.Current.CancellationToken);
        using var record = clinic.Record("clinic");
        return [.. from reading in Anamnesis.Profiling.Recognition.Read(record)
                   let table = clinic.Plan.Tables.First(table => style.Table(table.Name) == reading.Table.Name)
                   from column in reading.Columns
                   let name = table.Names.FirstOrDefault(name => style.Column(name) == column.Column.Name)
                   where asked.Contains($"{table.Name} {name}")
                   orderby table.Name, name
                   select (table.Name, name, column.Role)];
    }
}

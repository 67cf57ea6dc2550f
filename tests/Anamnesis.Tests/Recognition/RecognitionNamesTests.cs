using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Recognitions;

/// <summary>Every clinical variable as hospitals of three countries name it, in wide and in long tables, beside things that only sound alike.</summary>
public sealed class RecognitionNamesTests(ITestOutputHelper output)
{
    const int Rows = 60;
    const double Confident = 0.8;
    const double LeastRight = 0.9;
    const double MostConfidentWrong = 0.02;

    static readonly Dictionary<string, (string Wide, Role[] WideRoles, string Long, Role[] LongRoles)> Frames = new(StringComparer.Ordinal)
    {
        ["en"] = ("MRN,EncounterID,AdmitDateTime,DischargeDateTime,Sex,Ward", [Role.Patient, Role.Stay, Role.Start, Role.End, Role.Category, Role.Site],
            "MRN,EncounterID,CollectedDateTime,ResultedDateTime,ComponentName,ResultValue,Units", [Role.Patient, Role.Stay, Role.Taken, Role.Known, Role.Item, Role.Value, Role.Unit]),
        ["pl"] = ("ID_pacjenta,ID_pobytu,data_przyjęcia,data_wypisu,płeć,oddział", [Role.Patient, Role.Stay, Role.Start, Role.End, Role.Category, Role.Site],
            "ID_pacjenta,nr_pobytu,data_pobrania,data_autoryzacji,nazwa_badania,wynik,jm", [Role.Patient, Role.Stay, Role.Taken, Role.Known, Role.Item, Role.Value, Role.Unit]),
        ["de"] = ("PatNr,Fallnummer,Aufnahmedatum,Entlassdatum,Geschlecht,Station", [Role.Patient, Role.Stay, Role.Start, Role.End, Role.Category, Role.Site],
            "PatNr,FallNr,Abnahmezeitpunkt,Freigabezeitpunkt,Analyt,Ergebniswert,Einheit", [Role.Patient, Role.Stay, Role.Taken, Role.Known, Role.Item, Role.Value, Role.Unit]),
    };

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("de")]
    public void Every_hospital_names_every_variable(string hospital) =>
        Assert.Equal(Variables.All.Select(variable => variable.Id).Order(StringComparer.Ordinal), HospitalName.All(hospital).Select(name => name.Variable).OfType<string>().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("de")]
    public void Columns_of_a_wide_table_are_recognised(string hospital)
    {
        var names = HospitalName.All(hospital);
        var frame = Frames[hospital];
        var reading = ReadTable.Of($"{frame.Wide},{string.Join(',', names.Select(name => name.Wide))}", Enumerable.Range(0, Rows).Select(row => $"{Stay(row)},{string.Join(',', names.Select((name, place) => name.Value(row, place)))}"));

        Assert.Equal(Layout.Wide, reading.Layout);
        Assert.Equal(frame.WideRoles, reading.Columns.Take(frame.WideRoles.Length).Select(column => column.Role));
        Judge(hospital, names, reading.Columns.Skip(frame.WideRoles.Length).Select(column => (column.Variable, column.VariableConfidence)), name => name.Wide);
        var roles = reading.Columns.Skip(frame.WideRoles.Length).Zip(names).Where(pair => pair.First.Role != (pair.Second.Variable == "nyha" ? Role.Category : Role.Value)).Select(pair => $"{pair.First.Column.Name} read as {pair.First.Role}");
        Assert.Empty(roles);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("de")]
    public void Items_of_a_long_table_are_recognised(string hospital)
    {
        var names = HospitalName.All(hospital);
        var frame = Frames[hospital];
        var reading = ReadTable.Of(frame.Long, Enumerable.Range(0, Rows).SelectMany(row => names.Select((name, place) => $"{Result(row, place)},\"{name.Long}\",{name.Value(row, place)},{name.Unit}")));

        Assert.Equal(Layout.Long, reading.Layout);
        Assert.Equal(frame.LongRoles, reading.Columns.Select(column => column.Role));
        var items = reading.Items.ToDictionary(item => item.Code, StringComparer.Ordinal);
        Judge(hospital, names, names.Select(name => (items[name.Long].Variable, items[name.Long].Confidence)), name => name.Long);
    }

    void Judge(string hospital, IReadOnlyList<HospitalName> names, IEnumerable<(string? Variable, double Confidence)> said, Func<HospitalName, string> spelled)
    {
        var pairs = names.Zip(said).ToList();
        var wrong = pairs.Where(pair => pair.First.Variable is { } expected ? expected != pair.Second.Variable : pair.Second is { Variable: not null, Confidence: > 0.5 }).ToList();
        foreach (var (name, (variable, confidence)) in wrong)
        {
            output.WriteLine($"{hospital} {spelled(name)}: {name.Variable ?? "none"} / read {variable ?? "none"} {confidence:0.00}");
        }

        var sure = pairs.Where(pair => pair.Second is { Variable: not null, Confidence: > Confident }).ToList();
        var right = pairs.Count(pair => pair.First.Variable is not null && pair.First.Variable == pair.Second.Variable) / (double)pairs.Count(pair => pair.First.Variable is not null);
        var sureAndWrong = sure.Count(pair => pair.First.Variable != pair.Second.Variable) / (double)sure.Count;
        output.WriteLine($"{hospital}: {right:P1} of {pairs.Count(pair => pair.First.Variable is not null)} right; sure of {sure.Count}, {sureAndWrong:P1} of them wrong");
        Assert.True(right >= LeastRight, $"{right:P1} right: {string.Join("; ", wrong.Select(pair => $"{spelled(pair.First)} read as {pair.Second.Variable ?? "none"}"))}");
        Assert.True(sureAndWrong <= MostConfidentWrong, $"{sureAndWrong:P1} of the sure ones wrong: {string.Join("; ", sure.Where(pair => pair.First.Variable != pair.Second.Variable).Select(pair => $"{spelled(pair.First)} read as {pair.Second.Variable}"))}");
    }

    static string Stay(int row) => $"{4000 + (row / 2)},{70_000 + row},2023-0{1 + (row % 9)}-{1 + (row % 28):00} 10:{row % 60:00},2023-1{row % 3}-{1 + (row % 28):00} 12:{row % 60:00},{(row % 2 == 0 ? "F" : "M")},K{1 + (row % 4)}";

    static string Result(int row, int place) => $"{4000 + (row / 2)},{70_000 + row},2023-0{1 + (row % 9)}-{1 + (row % 28):00} 06:{place % 60:00},2023-0{1 + (row % 9)}-{1 + (row % 28):00} 09:{place % 60:00}";
}

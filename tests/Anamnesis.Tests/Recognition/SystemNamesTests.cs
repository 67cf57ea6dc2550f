using System.Globalization;

namespace Anamnesis.Recognitions;

/// <summary>Columns as other systems name them: intensive care databases, surveys, trials, laboratories of three countries, and the long names of LOINC.</summary>
public sealed class SystemNamesTests(ITestOutputHelper output)
{
    const int Rows = 80;
    const double Least = 0.97;

    [Fact]
    public void Names_of_many_systems_are_recognised_and_what_sounds_alike_is_not()
    {
        var names = File.ReadLines(Path.Combine(Shared.Root(), "tests/Anamnesis.Tests/Recognition/system-names.csv")).Skip(1).Select(line => line.Split('|'))
            .Select((cells, at) => new HospitalName("", cells[1].Length == 0 ? null : cells[1], cells[0], cells[0], "", Number(cells[2]), Number(cells[3]), Number(cells[3]) - Number(cells[2]) > 60 || cells[1] == "nyha" ? 0 : 2)).ToList();
        var wrong = names.Chunk(60).SelectMany(Misread).ToList();
        wrong.ForEach(output.WriteLine);
        Assert.True(wrong.Count <= (1 - Least) * names.Count, string.Join("; ", wrong));
    }

    static IEnumerable<string> Misread(HospitalName[] names)
    {
        var reading = ReadTable.Of($"patient_id,{string.Join(',', names.Select(name => $"\"{name.Wide}\""))}", Enumerable.Range(1, Rows).Select(row => $"{row},{string.Join(',', names.Select((name, place) => name.Value(row, place)))}"));
        return names.Zip(reading.Columns.Skip(1)).Where(pair => pair.First.Variable != pair.Second.Variable).Select(pair => $"{pair.First.Wide}: {pair.First.Variable ?? "none"}, read {pair.Second.Variable ?? "none"}");
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace Anamnesis.Reports;

/// <summary>An invented extract full of what must not be shown: names, numbers of persons, free text, rare words, hostile column names.</summary>
sealed class Hostile : IDisposable
{
    static readonly string[] Family = ["Kowalczewska", "Brzezicki", "Szumlanski", "Wojtkowiak", "Oleksiewicz", "Hartmannova", "Quitterfeld", "Drozdzewicz"];
    static readonly string[] Given = ["Genowefa", "Zbigniewa", "Walburga", "Mscislaw", "Hieronima", "Klementyna"];

    readonly TempFolder _folder = new();
    readonly List<string> _secrets = [];

    /// <param name="seed">Same seed, same bytes; odd seeds name the columns c1, c2 …, so that only the values tell what they are.</param>
    internal Hostile(int seed)
    {
        var draw = new Random(seed);
        var named = seed % 2 == 0;
        Persons(draw, named);
        Visits(draw, named);
        Labs(draw, named);
    }

    internal string Path => _folder.At("set");

    /// <summary>Texts that no report may hold, in whatever letters.</summary>
    internal SearchValues<string> Searched => field ??= SearchValues.Create([.. _secrets], StringComparison.OrdinalIgnoreCase);

    public void Dispose() => _folder.Dispose();

    void Persons(Random draw, bool named) => Write("persons.csv", named,
        ["patient_id", "surname", "given_name", "pesel", "phone", "email", "birth_date", "sex", "city", "notes"],
        Enumerable.Range(0, 400).Select(i =>
        {
            var (family, given) = (Secret(Family[i % 8] + "-" + Letters(draw)), Secret(Given[i % 6] + Letters(draw)));
            return (string[])
            [
                Mrn(i), family, given, Secret($"{draw.Next(30, 99)}{draw.Next(10, 13)}{draw.Next(10, 28)}{draw.Next(10_000, 99_999)}"), Secret($"6{draw.Next(10_000_000, 99_999_999)}"),
                Secret($"{given}.{i}@poczta.example"), $"{draw.Next(1930, 1990)}-{draw.Next(1, 13):00}-{draw.Next(1, 28):00}", i % 3 == 0 ? "K" : "M", i % 150 == 0 ? "Zadupie" : i % 2 == 0 ? "Wroclaw" : "Legnica",
                i % 4 == 0 ? string.Empty : Secret($"{given} lives with her sister {Letters(draw)}, fell on the stairs"),
            ];
        }));

    void Visits(Random draw, bool named) => Write("visits.csv", named,
        ["visit_id", "patient_id", "ward", "admitted", "sbp", "hb", "troponin", "test_person", "status", "remark", "<b>\"x\"|y\u0007"],
        Enumerable.Range(0, 1500).Select(i =>
        {
            var ward = i % 375 == 0 ? "Isolation" : i % 500 == 1 ? "Hospice" : ((string[])["North", "South", "River"])[i % 3];
            return (string[])
            [
                Secret($"{9_000_000 + (7 * i)}"), Mrn(i % 400), ward, $"2021-{1 + (i % 12):00}-{1 + (i % 28):00} {draw.Next(24):00}:{(i % 2 == 0 ? 0 : draw.Next(60)):00}:00", $"{10 * draw.Next(9, 18)}",
                ward == "North" && i % 9 != 0 ? string.Empty : (12 + (4 * draw.NextDouble())).ToString("0.0", CultureInfo.InvariantCulture), ward == "Hospice" || i % 5 != 0 ? string.Empty : $"{draw.Next(3, 400)}",
                i % 6 == 0 ? Secret("80010112345") : $"{draw.Next(30, 99)}{draw.Next(10, 13)}{draw.Next(10, 28)}{draw.Next(10_000, 99_999)}",
                i == 700 ? Secret("unknown, her neighbour Oleksiewicz was asked") : i % 50 == 0 ? "unknown" : i % 2 == 0 ? "open" : "closed", i % 40 == 0 ? Secret($"called Mrs {Family[i % 8]}{Letters(draw)} back at home") : string.Empty, $"{i % 7}",
            ];
        }));

    void Labs(Random draw, bool named) => Write("labs.csv", named,
        ["patient_id", "test", "value", "unit", "collected", "comment"],
        Enumerable.Range(0, 4000).Select(i =>
        {
            var potassium = i % 2 == 0;
            return (string[])
            [
                Mrn(i % 400), i % 800 == 3 ? Secret($"see {Family[i % 8]}{Letters(draw)}") : potassium ? "potassium" : "creatinine",
                i % 97 == 0 ? "<3" : (potassium ? 3.5 + (1.5 * draw.NextDouble()) : i % 5 == 1 ? 70 + (40 * draw.NextDouble()) : 0.7 + (0.6 * draw.NextDouble())).ToString("0.00", CultureInfo.InvariantCulture),
                potassium ? "mmol/L" : i % 5 == 1 ? "umol/L" : "mg/dL", $"2021-{1 + (i % 12):00}-{1 + (i % 27):00} 0{i % 9}:{draw.Next(60):00}:00", i % 60 == 0 ? Secret($"haemolysed, phoned {Letters(draw)} Brzezicki") : string.Empty,
            ];
        }));

    string Mrn(int person) => Secret($"{4_711_003 + (13 * person)}");

    string Secret(string text)
    {
        _secrets.Add(text);
        return text;
    }

    void Write(string name, bool named, string[] columns, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder().AppendJoin(',', named ? columns.Select(Quoted) : columns.Select((_, i) => $"c{i + 1}")).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        }

        _folder.File($"set/{name}", text.ToString());
    }

    static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"|") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    static string Letters(Random draw) => string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('a' + draw.Next(26))));
}

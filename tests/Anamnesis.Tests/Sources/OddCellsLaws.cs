namespace Anamnesis.Sources;

/// <summary>Whatever stands in the cells of a text file, in whatever column, and whatever its columns are called: the examination ends, and no row is lost.</summary>
public sealed class OddCellsLaws
{
    static readonly string[] Odd =
    [
        "", " ", "1e400", "1e-400", "-1e308", "9223372036854775808", "1e19", "NaN", "inf", "0x1F", "1_000", "١٢", "１２", "-", "+", ".", ",", "1,2", "1.2.3", "-0", "+5", "5-", "1e5", "00012", "1.", ".5", "1/0", "#DIV/0!",
        "2021-02-30", "24:00", "99:99", "0000-00-00", "0000-01-01", "0001-01-01", "9999-12-31 23:59:59", "10000-01-01", "1899-12-30", "infinity", "epoch", "12:30", "2021-W05-1", "20210101", "1.1.21",
        "\ufeff", "😀", "a\0b", "\0", "=1+1", "'; DROP TABLE t; --", "%s{0}{", "[red]x[/]", "[/]", "<script>alert(1)</script>", @"\N", "NULL", "TRUE", "\u202eabc", "a\nb", "\t", "\"", "`", "|", @"\", "\u00a0", "\u0085", "\u2028", "ﬁ", "İ", "ß",
        new string('x', 10_000),
    ];

    static readonly string[] Names = ["patient_id", "stay_id", "test", "result", "unit", "taken", "recorded", "birth_date", "ward", "died", "note", "age", "potassium"];

    public static TheoryData<string> Columns => [.. Names];

    static readonly string[] Some = ["result", "recorded", "ward", "age", "potassium"];

    public static TheoryData<int> Cells => [.. Enumerable.Range(0, Odd.Length).Where(place => place % 3 == 0)];

    [Theory]
    [MemberData(nameof(Columns))]
    public Task Each_in_a_row_of_a_column(string column) => IsExamined(Names, (name, i) => name == column && i % 4 == 1 && i / 4 < Odd.Length ? Odd[i / 4] : Usual(name, i));

    [Theory]
    [MemberData(nameof(Cells))]
    public Task One_in_some_rows_of_some_columns(int odd) => IsExamined(Names, (name, i) => i % 40 == 1 && Some.IndexOf(name) is >= 0 and var next ? Odd[(odd + next) % Odd.Length] : Usual(name, i));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public Task In_the_header(int third)
    {
        var odd = Odd.SkipWhile(cell => cell != "\ufeff").Where((_, place) => place % 3 == third).ToList(); // a line with numbers is no header
        return IsExamined([.. Names, .. odd], (name, i) => Names.Contains(name) ? Usual(name, i) : i % 10 == 3 ? "-9" : i % 9 == 1 ? string.Empty : $"{i * (3 + odd.IndexOf(name)) % 37}");
    }

    static async Task IsExamined(IReadOnlyList<string> names, Func<string, int, string> cell)
    {
        using var folder = new TempFolder();
        folder.File("t.csv", string.Concat(Enumerable.Range(-1, OddColumns.Rows + 1).Select(i => string.Join(',', names.Select(name => Quoted(i < 0 ? name : cell(name, i)))) + "\n")));
        await OddColumns.IsExamined(folder.At("t.csv"), folder);
    }

    static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    static string Usual(string name, int i) => name switch
    {
        "patient_id" => $"{i % 50}",
        "stay_id" => $"{i % 80}",
        "test" => i % 3 == 0 ? "K" : i % 3 == 1 ? "NA" : "CREA",
        "result" => FormattableString.Invariant($"{(i % 3 == 0 ? 3 + (i % 20 / 10.0) : i % 3 == 1 ? 130 + (i % 17) : 60 + (i % 90))}"),
        "unit" => i % 3 == 2 ? "umol/l" : "mmol/l",
        "taken" => $"{new DateTime(2021, 1, 1, 8, 0, 0).AddHours(5 * i):yyyy-MM-dd HH:mm:ss}",
        "recorded" => $"{new DateTime(2021, 1, 1, 8, 0, 0).AddHours(5 * i).AddMinutes(i % 37):yyyy-MM-dd HH:mm:ss}",
        "birth_date" => $"19{30 + (i % 50)}-0{1 + (i % 9)}-1{i % 9}",
        "ward" => i % 2 == 0 ? "A" : "B",
        "died" => $"{i % 2}",
        "note" => $"the patient {i} was well",
        "age" => $"{20 + (i % 70)}",
        _ => FormattableString.Invariant($"{3 + (i % 20 / 10.0)}"),
    };
}

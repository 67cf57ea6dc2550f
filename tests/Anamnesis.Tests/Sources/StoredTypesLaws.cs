namespace Anamnesis.Sources;

/// <summary>Whatever type columns of a Parquet file have, with the extremes of that type, and whatever they are for: the examination ends, and no row is lost.</summary>
public sealed class StoredTypesLaws
{
    /// <summary>A type, SQL for its usual values from the row's number i, and its odd ones.</summary>
    static readonly (string Type, string Usual, string[] Odd)[] Types =
    [
        ("TINYINT", "i % 100", ["-128", "127", "NULL"]),
        ("SMALLINT", "i", ["-32768", "32767"]),
        ("INTEGER", "i", ["-2147483648", "2147483647"]),
        ("BIGINT", "i", ["-9223372036854775808", "9223372036854775807"]),
        ("UBIGINT", "i", ["18446744073709551615"]),
        ("HUGEINT", "i", ["170141183460469231731687303715884105727", "-170141183460469231731687303715884105728"]),
        ("FLOAT", "i / 7.0", ["3.4e38", "-3.4e38", "1e-45", "'NaN'", "'inf'", "'-inf'"]),
        ("DOUBLE", "i / 7.0", ["1.7976931348623157e308", "-1.7976931348623157e308", "5e-324", "'NaN'", "'inf'", "'-inf'", "'-0'"]),
        ("DECIMAL(4,1)", "i / 7.0", ["999.9", "-999.9"]),
        ("DECIMAL(38,10)", "i / 7.0", ["9999999999999999999999999999", "-9999999999999999999999999999"]),
        ("BOOLEAN", "i % 3 = 0", ["NULL"]),
        ("DATE", "DATE '2021-01-01' + CAST(i AS INTEGER)", ["'infinity'", "'-infinity'", "'5881580-07-10'", "'5877642-06-25 (BC)'", "'9999-12-31'", "'0001-01-01'"]),
        ("TIMESTAMP", "TIMESTAMP '2021-01-01' + to_hours(i)", ["'infinity'", "'-infinity'", "'294247-01-10 04:00:54.775806'", "'290309-12-22 (BC) 00:00:00'", "'9999-12-31 23:59:59.999999'", "'0001-01-01 00:00:00'"]),
        ("TIMESTAMP_S", "TIMESTAMP '2021-01-01' + to_hours(i)", ["'9999-12-31 23:59:59'"]),
        ("TIMESTAMP_MS", "TIMESTAMP '2021-01-01' + to_hours(i)", ["'infinity'", "'-infinity'"]),
        ("TIMESTAMP_NS", "TIMESTAMP '2021-01-01' + to_hours(i)", ["'infinity'", "'2262-04-11 23:47:16.854775806'", "'1677-09-22 00:12:43'"]),
        ("TIMESTAMP WITH TIME ZONE", "TIMESTAMP '2021-01-01' + to_hours(i)", ["'infinity'", "'9999-12-31 23:59:59+00'"]),
        ("TIME", "TIME '00:00:00' + to_minutes(i)", ["'00:00:00'", "'24:00:00'"]),
        ("INTERVAL", "to_hours(i)", ["'1 month'"]),
        ("BLOB", "encode('b' || i)", [@"'\x00\xFF'"]),
        ("UUID", "'00000000-0000-0000-0000-' || lpad(CAST(i AS VARCHAR), 12, '0')", ["'ffffffff-ffff-ffff-ffff-ffffffffffff'"]),
        ("ENUM('low', 'high', '')", "CASE WHEN i % 3 = 0 THEN 'low' ELSE 'high' END", ["''"]),
        ("VARCHAR", "'v' || i % 40", ["''", "' '", "chr(0)", "'v' || chr(0) || '1'", "chr(65279) || 'v1'", "'''; DROP TABLE t; --'", "chr(128512)", "repeat('x', 100000)", "chr(10)", "'%s{0}[/]'"]),
        ("INTEGER[]", "[i, i + 1]", ["[]", "[NULL]"]),
        ("STRUCT(a INTEGER, b VARCHAR)", "{'a': i, 'b': 'x'}", ["{'a': NULL, 'b': NULL}"]),
        ("MAP(VARCHAR, INTEGER)", "MAP {'a': i}", ["MAP {}"]),
    ];

    public static TheoryData<string, string> All => [.. from type in Types from role in OddColumns.Roles.Keys select (type.Type, role)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task In_every_role(string type, string role)
    {
        var (_, usual, odd) = Types.Single(one => one.Type == type);
        using var folder = new TempFolder();
        Copied.To(folder.At("t.parquet"), OddColumns.Table($"(SELECT CAST(i AS INTEGER) AS i FROM range({OddColumns.Rows}) AS r (i)) AS numbers", type, usual, odd, OddColumns.Roles[role]));

        await OddColumns.IsExamined(folder.At("t.parquet"), folder);
    }
}

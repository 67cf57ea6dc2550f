using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Types of PostgreSQL whose extremes are read in another way than others, and texts that it cannot cast: the examination ends, and no row is lost.</summary>
[Collection("postgres")]
public sealed class DatabaseTypesLaws(PostgresServer server)
{
    /// <summary>A name, a type, SQL for its usual values from the row's number i, and its odd ones.</summary>
    static readonly (string Name, string Type, string Usual, string[] Odd)[] Types =
    [
        ("numeric", "numeric", "i / 7.0", ["1e400", "-1e400", "1e-400", "'NaN'", "1e120"]),
        ("double", "double precision", "i / 7.0", ["1.7976931348623157e308", "-1.7976931348623157e308", "5e-324", "'NaN'", "'Infinity'", "'-Infinity'", "'-0'"]),
        ("date", "date", "DATE '2021-01-01' + i", ["'infinity'", "'-infinity'", "'5874897-12-31'", "'4713-01-01 BC'", "'9999-12-31'", "'0001-01-01'"]),
        ("timestamp", "timestamp", "TIMESTAMP '2021-01-01' + i * INTERVAL '1 hour'", ["'infinity'", "'-infinity'", "'294276-12-31 23:59:59.999999'", "'4713-01-01 00:00:00 BC'", "'9999-12-31 23:59:59.999999'", "'0001-01-01'"]),
        ("timestamptz", "timestamptz", "TIMESTAMP '2021-01-01' + i * INTERVAL '1 hour'", ["'infinity'", "'294276-12-31 23:59:59.999999+00'", "'4713-01-01 00:00:00+00 BC'"]),
        ("interval", "interval", "i * INTERVAL '1 hour'", ["'-178000000 years'"]),
        ("words", "text", "'v' || i % 40", ["''", "' '", "chr(65279)", "'''; DROP TABLE t; --'", "chr(128512)", "repeat('x', 100000)", "chr(10)", "'%s{0}[/]'"]),
        ("numbers", "text", "'1' || i % 40", ["'1e400'", "'1e-400'", "repeat('1', 190) || 'e99'", "'1e+99'", "'.'", "'0.' || repeat('0', 190) || '1e-99'", "'-'", "'١٢'"]),
        ("days", "text", "'2021-01-' || lpad(CAST(1 + i % 28 AS text), 2, '0')", ["'0000-01-01'", "'2021-02-30'", "'2021-01-01 24:00:00'", "'2021-01-01 10:00:60'", "'2021-01-01T10:00:00+1599'", "'9999-12-31 23:59:59.9999999'", "'infinity'"]),
        ("written", "text", "lpad(CAST(1 + i % 28 AS text), 2, '0') || '.01.2021'", ["'01.01.0000'", "'30.02.2021'", "'31.12.9999 23:59:59.9999999'"]),
    ];

    public static TheoryData<string, string> All => [.. from type in Types from role in (string[])["items", "values"] select (type.Name, role)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task In_what_is_measured(string name, string role)
    {
        var (_, type, usual, odd) = Types.Single(one => one.Name == name);
        var address = server.Need().Table("t", OddColumns.Table($"generate_series(0, {OddColumns.Rows - 1}) AS r (i)", type, usual, odd, OddColumns.Roles[role]));
        using var folder = new TempFolder();
        await OddColumns.IsExamined(address, folder);
    }
}

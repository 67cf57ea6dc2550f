using System.Globalization;
using Anamnesis.Engines;
using CsCheck;

namespace Anamnesis.Sources;

/// <summary>Laws of sources: what was written in any supported way is read back, and no row is ever lost.</summary>
public sealed class SourceLaws
{
    static readonly string[] Polish = ["żółć", "Łódź", "ćma", "wątroba śledziona", "Świdnica", "źle", "kość"];
    static readonly string[] German = ["Größe", "Müller", "Übelkeit", "Fußödem", "Straße", "Händel"];
    static readonly string[] Hostile = ["a,b", "a;b", "say \"no\"", "two\nlines", "tab\there", "pipe|", " ", "'tis", "", "plain", " edges ", "\"", "x\"y", "back\\slash", "#1", "% 2", "@3", "\\"];

    static readonly Gen<int[][]> Draws = Gen.Int[0, 9999].Array[5].Array[4, 40];

    [Fact]
    public void A_table_written_in_any_supported_way_is_read_back() => Gen.Select(Written.Any, Draws).Sample(
        (way, draws) =>
        {
            using var folder = new TempFolder();
            var rows = draws.Select((draw, i) => Cells(way, draw, i)).ToList();
            var address = way.Save(folder, [.. rows.Prepend(["id", "name", "note", "level", "day"]).Select(way.Line)]);
            using var dataset = Address.Open(address);
            var table = Assert.Single(dataset.Tables);
            Assert.Equal(["id", "name", "note", "level", "day"], table.Columns.Select(column => column.Name));
            Assert.Equal((rows.Count, 0L), ((int)table.Rows, table.RejectedRows));
            Assert.Equal(rows.Select(row => string.Join('¦', row)), Read(dataset, table).Select(row => string.Join('¦', row)));
        },
        iter: 80, threads: 1);

    [Fact]
    public void A_table_written_as_Parquet_is_read_back_whatever_its_packing() => Gen.Select(Gen.Int[0, 4], Gen.Int[1, 3], Draws).Sample(
        (packing, groups, draws) =>
        {
            using var folder = new TempFolder();
            var codec = ((string[])["uncompressed", "snappy", "gzip", "zstd", "lz4_raw"])[packing];
            var rows = draws.Select((draw, i) => $"({i}, {(draw[0] % 5 == 0 ? "NULL" : $"'{Polish[draw[0] % Polish.Length]}'")}, {(draw[1] % 7 == 0 ? "NULL" : $"{draw[1]}e-1")}, DATE '2020-01-01' + {draw[3] % 900})");
            Sql table = Sql.Raw($"SELECT * FROM (VALUES {string.Join(", ", rows)}) AS t (id, name, level, day)");
            Copied.To(folder.At("t.parquet"), table, $"FORMAT parquet, COMPRESSION {codec}, ROW_GROUP_SIZE {groups * 2048}");
            using var dataset = Address.Open(folder.At("t.parquet"));
            var read = Assert.Single(dataset.Tables);
            Assert.Equal((draws.Length, 0L), ((int)read.Rows, read.RejectedRows));
            Assert.Equal(
                [("id", Kind.Number), ("name", Kind.Text), ("level", Kind.Number), ("day", Kind.Time)],
                read.Columns.Select(column => (column.Name, column.Kind)));
            Sql Cells(Sql from) => $"SELECT concat_ws('¦', id, coalesce(name, '-'), coalesce(CAST(level AS DOUBLE), -1), CAST(day AS DATE)) FROM {from} ORDER BY id";
            Assert.Equal(dataset.Rows(Cells($"({table}) AS written"), row => row.TextAt(0)), dataset.Rows(Cells(read.From), row => row.TextAt(0)));
        },
        iter: 20, threads: 1);

    [Fact]
    public void No_row_is_lost_whatever_is_broken() => Gen.Select(Written.Any, Draws, Gen.Int[0, 4].Array[40]).Sample(
        (way, draws, damages) =>
        {
            using var folder = new TempFolder();
            var damage = damages.Select((kind, i) => i % 6 == 5 ? kind : 0).ToArray(); // where every other line is broken nobody knows what a row is
            way = way with { LineEnd = way.LineEnd == "\r" ? "\n" : way.LineEnd };
            var rows = draws.Select((draw, i) => Cells(way, draw, i).Select(cell => cell.ReplaceLineEndings(" ")).ToArray()).ToList();
            var lines = rows.Select((row, i) => Broken(way, way.Line(row), damage[i])).ToList();
            using var dataset = Address.Open(way.Save(folder, [way.Line(["id", "name", "note", "level", "day"]), .. lines]));
            var table = dataset.Tables[0];
            Assert.Equal(lines.Count, table.Rows + table.RejectedRows);
            Assert.Equal(lines.Where((_, i) => damage[i] is > 0 and < 4).Count(), table.RejectedRows);
            Assert.All(table.Rejected, line => Assert.InRange(damage[line.Line - 2], 1, 3));
            Assert.Equal(rows.Where((_, i) => damage[i] is 0 or > 3).Select(row => string.Join('¦', row)), Read(dataset, table).Select(row => string.Join('¦', row)));
        },
        iter: 60, threads: 1);

    [Fact]
    public void Exactly_one_source_claims_an_address() => Assert.All(
        (string[])["demo", "clinic:?seed=1", "postgres://u@h/d", "postgres:Host=h", "/data/x.csv", "x.csv", "C:\\data\\x.csv", "./a:b", "folder/", "a b;c", "Żółw.csv"],
        address => Assert.Single(Catalog.Of<ISource>(), source => source.Claims(address)));

    [Fact]
    public void Two_claims_on_one_address_are_an_error()
    {
        var refused = Assert.Throws<AnamnesisException>(() => Address.Of("x.csv", [.. Catalog.Of<ISource>(), .. Catalog.Of<ISource>()]));
        Assert.Contains("More than one source claims the address 'x.csv'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing can read the address 'ftp:x'", Assert.Throws<AnamnesisException>(() => Address.Of("ftp:x", Catalog.Of<ISource>())).Message, StringComparison.Ordinal);
    }

    static string[] Cells(Written way, int[] draw, int row)
    {
        var words = way.Coding == "iso-8859-1" ? German : Polish;
        return
        [
            row.ToString(CultureInfo.InvariantCulture), words[draw[0] % words.Length] + (char)('a' + (draw[0] % 26)), Hostile[draw[1] % Hostile.Length],
            draw[2] % 7 == 0 ? string.Empty : way.Number(draw[2] - 3000), new DateOnly(2020, 1, 1).AddDays(draw[3] % 900).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ];
    }

    /// <summary>1 to 3 break the line; the others leave it whole.</summary>
    static string Broken(Written way, string line, int damage) => damage switch
    {
        1 => line + way.Delimiter + "surplus",
        2 => "only" + way.Delimiter + "two",
        3 => $"7{way.Delimiter}\"never closed{way.Delimiter}x",
        _ => line,
    };

    /// <summary>All cells as they were written, in the order of the first column.</summary>
    static IReadOnlyList<string[]> Read(Dataset dataset, Table table)
    {
        Sql cells = Sql.Join(", ", table.Columns.Select(column => column.Raw ?? column.Value));
        return dataset.Rows(
            $"SELECT {cells} FROM {table.From} ORDER BY {table.Columns[0].Value}",
            row => Enumerable.Range(0, row.FieldCount).Select(place => row.TimeAt(place) is { } time ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Number(row, place)).ToArray());
    }

    static string Number(System.Data.Common.DbDataReader row, int place) => row.GetFieldType(place) == typeof(double) && row.NumberAt(place) is { } number
        ? place == 0 ? number.ToString("0", CultureInfo.InvariantCulture) : number.ToString("0.0", CultureInfo.InvariantCulture)
        : row.TextAt(place) ?? string.Empty;
}

using System.Globalization;
using CsCheck;

namespace Anamnesis.Engines;

/// <summary>Laws of engines: every word of the dialect means the same, here as a plain computation in C#.</summary>
[Collection("postgres")]
public sealed class EngineLaws(PostgresServer server)
{
    static readonly string[] NumberTexts = ["1", " 2.5 ", "-3", "+4", "1e3", "1E-2", ".5", "5.", "", " ", "x", "1,5", "nan", "inf", "0x1", "--1", "1e", "1 2", "٣", "12abc", "1_000", "1e999", "-1e999", "'", "\""];
    static readonly string[] TimeTexts = ["2021-02-28", "2021-02-29", "2020-02-29", "2021-13-01", "2021-04-31", "2021-01-02 03:04", "2021-01-02 03:04:05", "2021-01-02T03:04:05.25", "2021-01-02 24:30:00", "", "x", "02.01.2021", "2021-1-2", "2021/01/02", "2021/3/9 4:05", "2021-01-02 03:04:05Z", "2021-01-02T03:04:05+01:00", "2021-02-30 00:00:00", " 2021-01-02 ", "0021-01-02x", "20210102", "2021-01-02 03:60:00"];
    static readonly string[] Pieces = ["'", "\"", "\\", ";", "\n", "--", "/*", "%", "_", "a", "ż", "😀", "$1", "{0}", "?", ":x", "@y"];
    static readonly string[] Texts = ["a", "abb", "0x", "17", "A", "", "b.b", "c", "00"];
    static readonly string[] Patterns = ["^[0-9]+$", "^0[0-9]", "b{2,}", "(a|c)$", "[^a-z]", @"\.", "A"];

    [Fact]
    public void A_text_is_a_number_for_all_engines_or_for_none() => OnEach((name, dataset) => Assert.All(NumberTexts, text =>
        Assert.Equal(Number(text), Reading(dataset, dataset.Dialect.TryNumber($"t"), text, row => row.NumberAt(0)))));

    [Fact]
    public void Numbers_written_and_read_are_the_same() => OnEach((name, dataset) => Gen.Double[-1e9, 1e9].Sample(
        number => Assert.Equal(number, Reading(dataset, dataset.Dialect.TryNumber($"t"), number.ToString("R", CultureInfo.InvariantCulture), row => row.NumberAt(0))), iter: 40, threads: 1));

    [Fact]
    public void A_text_is_a_time_for_all_engines_or_for_none() => OnEach((name, dataset) => Assert.All(TimeTexts, text =>
        Assert.Equal((text, Time(text)), (text, Reading(dataset, dataset.Dialect.TryTime($"t"), text, row => row.TimeAt(0))))));

    [Fact]
    public void Patterns_match_anywhere() => OnEach((name, dataset) => Gen.Select(Gen.Int[0, Patterns.Length - 1], Gen.Int[0, Texts.Length - 1]).Sample(
        (pattern, place) => Assert.Equal(
            System.Text.RegularExpressions.Regex.IsMatch(Texts[place], Patterns[pattern]),
            dataset.Row($"SELECT {dataset.Dialect.Matches((Sql)$"{Texts[place]}", Patterns[pattern])}", row => row.GetBoolean(0))), iter: 60, threads: 1));

    [Fact]
    public void Aggregates_agree_with_a_slower_reference() => OnEach((name, dataset) => Gen.Select(Gen.Int[-1000, 1000].Array[1, 30], Gen.Int[0, 100]).Sample(
        (values, percent) =>
        {
            var (dialect, share) = (dataset.Dialect, percent / 100.0);
            Sql rows = Sql.Join(", ", values.Select((value, i) => (Sql)$"({i}, {value / 8.0})").Append((Sql)$"({-1L}, CAST(NULL AS DOUBLE PRECISION))"));
            Sql from = $"(VALUES {rows}) AS v(place, x)";
            var quantiles = Sql.Join(", ", dialect.Quantiles($"x", share, 0.5));
            var read = dataset.Row(
                $"SELECT {dialect.Quantile($"x", share)}, {quantiles}, {dialect.Last($"x", $"place")}, {dialect.Distinct($"x")}, count(DISTINCT {dialect.RowHash([$"x", $"x"])}) FROM {from}",
                row => Enumerable.Range(0, row.FieldCount).Select(row.NumberAt).ToList());
            var (quantile, distinct) = (Quantile(values, share), values.Distinct().Count());
            Assert.Equal(quantile, read[0]!.Value, 9);
            Assert.Equal(quantile, read[1]!.Value, 9);
            Assert.Equal(Quantile(values, 0.5), read[2]!.Value, 9);
            Assert.Equal(values[^1] / 8.0, read[3]);
            Assert.InRange(read[4]!.Value, distinct * 0.97, distinct * 1.03);
            Assert.Equal(distinct + 1, read[5]!.Value); // and the row without a value
        },
        iter: 30, threads: 1));

    [Fact]
    public void Rounding_seconds_and_casts_agree() => OnEach((name, dataset) => Gen.Select(Gen.Int[-100_000, 100_000], Gen.Int[0, 3], Gen.Int[0, 1_000_000_000]).Sample(
        (eighths, decimals, seconds) =>
        {
            var dialect = dataset.Dialect;
            var (number, time) = (eighths / 8.0, DateTime.UnixEpoch.AddSeconds(seconds));
            var read = dataset.Row(
                $"SELECT {dialect.Round($"{number}", decimals)}, {dialect.Epoch($"{time}")}, {dialect.ToNumber($"{(long)seconds}")}, {dialect.ToText($"{(long)seconds}")}",
                row => (row.NumberAt(0), row.NumberAt(1), row.NumberAt(2), row.TextAt(3)));
            Assert.Equal(((double?)(double)Math.Round((decimal)number, decimals, MidpointRounding.AwayFromZero), (double?)seconds, (double?)seconds, seconds.ToString(CultureInfo.InvariantCulture)), read);
        },
        iter: 40, threads: 1));

    [Fact]
    public void A_sample_takes_about_one_key_in_so_many_and_the_same_again() => OnEach((name, dataset) =>
    {
        var dialect = dataset.Dialect;
        Sql keys = name == "duckdb" ? (Sql)$"(SELECT range AS key FROM range(20000)) AS k" : $"(SELECT i AS key FROM generate_series(0, 19999) AS i) AS k";
        Sql count = $"SELECT count(*) FROM {keys} WHERE {dialect.Sampled($"key", 10)}";
        Assert.InRange(dataset.Number(count), 1700, 2300);
        Assert.Equal(dataset.Number(count), dataset.Number(count));
        Assert.Equal(20000, dataset.Number($"SELECT count(DISTINCT {dialect.RowHash([$"key", $"key % 7"])}) FROM {keys}"));
    });

    [Fact]
    public void Names_and_texts_are_quoted_never_trusted() => OnEach((name, dataset) => Gen.Int[0, Pieces.Length - 1].Array[1, 12].Select(places => string.Concat(places.Select(place => Pieces[place]))).Sample(
        text => Assert.Equal(text, dataset.Row($"SELECT {new Name(text)} FROM (SELECT {text} AS {new Name(text)}) AS t", row => row.TextAt(0))), iter: 60, threads: 1));

    /// <summary>DuckDB always; PostgreSQL where a server is installed.</summary>
    void OnEach(Action<string, Dataset> law)
    {
        using var duck = DuckDb.Empty("laws");
        law("duckdb", duck);
        using var postgres = new Dataset("laws", "postgresql", new PostgreSqlDialect(), server.Need().Open("postgres"), canKeep: false);
        law("postgresql", postgres);
    }

    /// <summary>From a column: an engine may compute with constants before it looks at a CASE.</summary>
    static T Reading<T>(Dataset dataset, Sql word, string text, Func<System.Data.Common.DbDataReader, T> read) => dataset.Row($"SELECT max({word}) FROM (VALUES ({text}), ({""})) AS v(t)", read);

    static double? Number(string text) => System.Text.RegularExpressions.Regex.IsMatch(text, @"^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$", System.Text.RegularExpressions.RegexOptions.ExplicitCapture)
        && double.Parse(text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? number : null;

    static DateTime? Time(string text) => DateTime.TryParseExact(
        text, ["yyyy-M-d", "yyyy/M/d", "yyyy/M/d H:mm", "yyyy-M-d HH:mm", "yyyy-M-d HH:mm:ss", "yyyy-M-d'T'HH:mm:ss.FF", "yyyy-M-d HH:mm:ss'Z'", "yyyy-M-d'T'HH:mm:ss'+01:00'"], CultureInfo.InvariantCulture, DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite, out var time) ? time : null;

    static double Quantile(int[] values, double share)
    {
        var sorted = values.Order().ToList();
        var place = share * (sorted.Count - 1);
        var low = (int)Math.Floor(place);
        return (sorted[low] + ((place - low) * (sorted[Math.Min(low + 1, sorted.Count - 1)] - sorted[low]))) / 8.0;
    }
}

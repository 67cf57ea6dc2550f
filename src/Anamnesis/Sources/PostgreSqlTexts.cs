using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Text columns of a database that are mostly numbers or times are read as such where they are; their text is kept as raw.</summary>
static class PostgreSqlTexts
{
    const int Probe = 20_000; // rows looked at to decide
    const double Mostly = 0.8; // share of the texts that must be readable

    /// <summary>In the order in which they are preferred where they read equally many.</summary>
    static readonly IReadOnlyList<(Kind Kind, string? Form, Func<Dialect, Sql, Sql> Of)> Readings =
    [
        (Kind.Number, null, (dialect, text) => dialect.TryNumber(text)),
        (Kind.Number, "decimal comma", (dialect, text) => dialect.TryNumber($"replace({text}, ',', '.')")),
        (Kind.Time, null, (dialect, text) => dialect.TryTime(text)),
        (Kind.Time, "dd.MM.yyyy", (dialect, text) => Day(dialect, text, ".", dayFirst: true)),
        (Kind.Time, "dd/MM/yyyy", (dialect, text) => Day(dialect, text, "/", dayFirst: true)),
        (Kind.Time, "MM/dd/yyyy", (dialect, text) => Day(dialect, text, "/", dayFirst: false)),
        (Kind.Time, "dd-MM-yyyy", (dialect, text) => Day(dialect, text, "-", dayFirst: true)),
        (Kind.Time, "MM-dd-yyyy", (dialect, text) => Day(dialect, text, "-", dayFirst: false)),
    ];

    internal static IReadOnlyList<Column> Read(Dataset dataset, Sql from, IReadOnlyList<Column> columns) =>
        [.. columns.Select(column => column.Kind == Kind.Text ? Read(dataset, from, column) : column)];

    static Column Read(Dataset dataset, Sql from, Column column)
    {
        var dialect = dataset.Dialect;
        var counts = Sql.Join(", ", Readings.Select(reading => (Sql)$"count({reading.Of(dialect, column.Value)})"));
        var seen = dataset.Row(
            $"""
            SELECT count(nullif(trim({column.Value}), '')), count(*) FILTER (WHERE {dialect.Matches(column.Value, "^0[0-9]+$")}), {counts}
            FROM (SELECT {column.Value} AS {new Name(column.Name)} FROM {from} LIMIT {Probe}) AS probe
            """,
            row => Enumerable.Range(0, row.FieldCount).Select(row.CountAt).ToArray());
        var (filled, codes, best) = (seen[0], seen[1] > 0, seen[2..].Index().MaxBy(one => one.Item)); // the first of the greatest
        var (kind, form, of) = Readings[best.Index];
        return best.Item == 0 || best.Item < Mostly * filled || (kind == Kind.Number && codes)
            ? column
            : column with { Kind = kind, Value = of(dialect, column.Value), Raw = column.Value, Form = form };
    }

    /// <summary>A day that is not written in the order of ISO, with what follows it; days written so are read too.</summary>
    static Sql Day(Dialect dialect, Sql text, string separator, bool dayFirst)
    {
        var (day, month) = dayFirst ? (1, 4) : (4, 1);
        Sql trimmed = $"trim({text})";
        Sql iso = $"substring({trimmed}, 7, 4) || '-' || substring({trimmed}, {month}, 2) || '-' || substring({trimmed}, {day}, 2) || substring({trimmed}, 11)";
        return $"CASE WHEN {dialect.Matches(trimmed, $"^[0-9]{{2}}[{separator}][0-9]{{2}}[{separator}][0-9]{{4}}")} THEN {dialect.TryTime($"({iso})")} ELSE {dialect.TryTime(text)} END";
    }
}

using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Identity;

/// <summary>Administration cut one stay in pieces.</summary>
sealed class EncounterSplitting : IMechanism
{
    const double Often = 0.05; // of consecutive stays
    internal const double Mostly = 0.7;

    /// <summary>The time by which a row falls to one piece or the other, for the tables that have a stay.</summary>
    static readonly string[] Moments = ["taken", "collected", "arrived", "given", "written", "done"];

    public string Id => "encounter-splitting";

    public IReadOnlyList<string> Explains => ["touching-stays", "uneven-patients", "repeated-value", "time-order"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        if (@case.Finding.Kind == "repeated-value")
        {
            var (pieces, span) = (Pieces(@case), @case.Table.Reading.Of(Role.End) is not null);
            return
            [
                Sign.Strong($"{Says.Share(pieces ?? 0)} of the rows that repeat the one before begin within a day after it ended: they are pieces of one stay", pieces, pieces >= Mostly),
                Sign.Strong("what was measured once in a stay stands in each of its pieces", pieces, pieces >= Mostly && @case.Finding.Columns.Count >= 3),
                Sign.Against("the rows are no stays", null, !span),
                Sign.Against($"{Says.Share(pieces ?? 0)} of the rows that repeat the one before begin within a day after it ended", pieces, pieces < 1 - Mostly),
            ];
        }

        if (@case.Finding.Kind == "time-order")
        {
            var goes = GoesOn(@case);
            return
            [
                Sign.Strong($"after {Says.Share(goes ?? 0)} of the stays that something outlasts the patient's next stay begins within a day: they are pieces of one stay", goes, goes >= Mostly),
                Sign.Against($"after {Says.Share(goes ?? 0)} of the stays that something outlasts another begins within a day", goes, goes is null || goes < 1 - Mostly),
            ];
        }

        if (@case.Finding.Kind != "touching-stays")
        {
            return [Sign.Against("nothing is known of stays that follow each other at once", null, true)];
        }

        var facts = @case.Finding.Facts;
        var (touching, overlapping, pairs, elsewhere) = (facts["touching"], facts["overlapping"], Math.Max(1, facts["pairs"]), facts["elsewhere"]);
        var seams = Math.Max(1, touching + overlapping);
        var transferred = Transferred(@case);
        return
        [
            Sign.Strong($"{Says.Share(touching / pairs)} of the further stays begin within an hour after the last one", touching / pairs, touching / pairs >= Often && touching >= overlapping),
            Sign.Support($"{Says.Share(touching / Math.Max(1, facts["day"]))} of the stays that follow within a day do so within the hour", touching / Math.Max(1, facts["day"]), facts["day"] > 0 && touching / facts["day"] >= Mostly),
            Sign.Support($"in {Says.Share(elsewhere / seams)} of them the ward or house changes", elsewhere / seams, facts["places"] > 0 && elsewhere >= 0.3 * seams),
            Sign.Support($"{Says.Share(transferred ?? 0)} of the earlier ones end with a transfer", transferred, transferred >= 0.3),
            Sign.Against($"{Says.Share(overlapping / seams)} of them begin before the last one ended, as of two people", overlapping / seams, overlapping > Mostly * seams),
        ];
    }

    /// <summary>Of the stays that end before a part of them: the share after which the same patient's next one begins within a day; null where it is no end of a stay.</summary>
    internal static double? GoesOn(Case @case)
    {
        if (@case.Finding is not { Token: { } name, Columns.Count: 2 } finding || @case.Profile.Table(name)?.Reading is not { } stays || stays.Of(Role.End) is not { } end || end.Name != finding.Columns[1]
            || stays.Of(Role.Start) is not { } start || stays.Of(Role.Patient) is not { } patient || stays.Of(Role.Stay) is not { } stay)
        {
            return null;
        }

        Sql Moment(Sql time) => @case.Dialect.Epoch(time);
        return @case.Dataset.Row(
            $"""
            SELECT avg(CASE WHEN s.next - s.ended BETWEEN -86400 AND 86400 THEN 1.0 ELSE 0.0 END)
            FROM (SELECT {stay.Value} AS k, {Moment(end.Value)} AS ended, lead({Moment(start.Value)}) OVER (PARTITION BY {patient.Value} ORDER BY {start.Value}) AS next FROM {stays.Table.From}) AS s
            WHERE s.k IN (SELECT k FROM ({finding.Rows}) AS outlasting)
            """,
            row => row.NumberAt(0));
    }

    /// <summary>Of the stays that repeat all values of the patient's stay before: the share that begins within a day after that one ended; null for other rows.</summary>
    internal static double? Pieces(Case @case)
    {
        if (@case.Table.Reading is not { } reading || reading.Of(Role.Patient) is not { } patient || reading.Of(Role.Start) is not { } start || reading.Of(Role.End) is not { } end
            || @case.Finding.Columns.Select(@case.Table.Table.Column).OfType<Column>().ToList() is not [var value, ..] values)
        {
            return null;
        }

        var seconds = @case.Dialect.Epoch;
        var same = Sql.Join(" AND ", values.Select(one => (Sql)$"({one.Value} = lag({one.Value}) OVER stays OR ({one.Value} IS NULL AND lag({one.Value}) OVER stays IS NULL))"));
        return @case.Dataset.Row(
            $"""
            SELECT avg(CASE WHEN gap <= 86400 THEN 1.0 ELSE 0.0 END)
            FROM (SELECT {same} AS same, {seconds(start.Value)} - lag({seconds(end.Value)}) OVER stays AS gap
                FROM {@case.Table.Table.From} WHERE {value.Value} IS NOT NULL AND {start.Value} IS NOT NULL WINDOW stays AS (PARTITION BY {patient.Value} ORDER BY {start.Value})) AS pairs
            WHERE same AND gap IS NOT NULL
            """,
            row => row.NumberAt(0));
    }

    /// <summary>Share of the stays before a seam whose disposition speaks of a transfer; null where none is told.</summary>
    static double? Transferred(Case @case)
    {
        var column = @case.Table.Reading.Columns.FirstOrDefault(one => one.Column.Kind == Kind.Text && NameTokens.Of(one.Column.Name).Contains("disposition", "dischargeto", "dischargedto", "dischargelocation", "entlnach", "trybwypisu"))?.Column;
        if (column is null || @case.Table.Reading is not { } reading || reading.Of(Role.Patient) is not { } patient || reading.Of(Role.Start) is not { } start || reading.Of(Role.End) is not { } end)
        {
            return null;
        }

        var seconds = @case.Dialect.Epoch;
        return @case.Dataset.Row(
            $"""
            SELECT avg(CASE WHEN lower(what) LIKE '%transfer%' OR lower(what) LIKE '%hospital%' OR lower(what) LIKE '%przenies%' OR lower(what) LIKE '%verleg%' THEN 1.0 ELSE 0.0 END)
            FROM (SELECT {column.Value} AS what, lead({seconds(start.Value)}) OVER (PARTITION BY {patient.Value} ORDER BY {start.Value}) - {seconds(end.Value)} AS gap FROM {@case.Table.Table.From}) AS stays
            WHERE gap <= {TouchingStays.AtOnce}
            """,
            row => row.NumberAt(0));
    }

    /// <summary>A case is closed at a transfer and another opened: severity × 0.5 of the stays, what was done later goes to the second case.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting)
    {
        var wide = setting.Tables.Any(table => table.Name == "stays" && table.Has("discharged_to"));
        Sql disposition = wide ? (Sql)$", discharged_to = 'transfer'" : $"";
        return
        [
            $"""
            CREATE OR REPLACE TEMP TABLE cut_stays AS
            SELECT s.stay_id, s.admitted + to_seconds(CAST(floor(epoch(s.discharged - s.admitted) * (0.15 + 0.6 * d.u2)) AS BIGINT)) AS cut, CAST(floor(60 + 1500 * d.u3) AS BIGINT) AS pause, d.u4 < 0.6 AS moved
            FROM record.stays AS s JOIN {setting.Draws("stays")} AS d ON d.row_id = s.row_id WHERE d.u1 < {setting.Severity * 0.5} AND s.stay_id % 100 < 50
            """,
            .. setting.Tables.Where(table => table.Name != "stays" && table.Has("stay_id") && Moment(table) is not null).Select(table =>
                (Sql)$"UPDATE {Sql.Raw("record." + table.Name)} AS t SET stay_id = t.stay_id + 50 FROM cut_stays AS c WHERE c.stay_id = t.stay_id AND t.{new Name(Moment(table)!)} >= c.cut"), // filtered
            $"""
            INSERT INTO record.stays SELECT s.* REPLACE (s.row_id + 4000000000000000 AS row_id, s.stay_id + 50 AS stay_id, c.cut + to_seconds(c.pause) AS admitted)
            FROM record.stays AS s JOIN cut_stays AS c ON c.stay_id = s.stay_id
            """,
            $"""
            UPDATE record.stays AS s SET discharged = c.cut, ward = CASE WHEN c.moved THEN left(s.site, 1) || '-emergency' ELSE s.ward END{disposition}
            FROM cut_stays AS c WHERE c.stay_id = s.stay_id
            """,
        ];
    }

    static string? Moment(RecordTable table) => Moments.FirstOrDefault(table.Has);
}

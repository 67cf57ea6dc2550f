using System.Globalization;
using Anamnesis.Engines;

namespace Anamnesis.Cli;

/// <summary>Made-up tables of the usual shapes, for measuring speed. Everything follows from a hash of the row number: same rows, same bytes.</summary>
static class BenchShapes
{
    internal static readonly string[] All = ["long", "csv", "wide", "unsorted", "unrounded"];

    /// <summary>Writes one shape and gives its path; a file that is there already is kept.</summary>
    internal static string Write(string shape, long rows, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{shape}_{rows.ToString(CultureInfo.InvariantCulture)}.{(shape == "csv" ? "csv" : "parquet")}");
        if (File.Exists(path))
        {
            return path;
        }

        using var dataset = DuckDb.Empty("made up");
        dataset.Execute($"CREATE MACRO u(i, salt) AS ((hash(i * 1000003 + salt) >> 11)::DOUBLE / 9007199254740992.0)");
        dataset.Execute($"CREATE MACRO z(i, salt) AS (sqrt(-2 * ln(greatest(u(i, salt), 1e-12))) * cos(6.283185307179586 * u(i, salt + 1)))");
        Sql query = shape == "wide" ? BenchWide.Query(rows) : Long(dataset, shape, rows);
        Sql format = shape == "csv" ? (Sql)$"FORMAT csv, HEADER" : $"FORMAT parquet";
        var unfinished = path + ".unfinished";
        dataset.Execute($"COPY ({query}) TO {unfinished} ({format})");
        File.Move(unfinished, path);
        return path;
    }

    // an ordering by hash breaks up patients; the value without its last rounding is what waveforms and z-scores look like
    static Sql Long(Dataset dataset, string shape, long rows)
    {
        dataset.Execute(Items);
        dataset.Execute(Slots);
        Sql value = shape == "unrounded" ? (Sql)$"v" : $"round(v, dec)";
        Sql order = shape == "unsorted" ? (Sql)$" ORDER BY hash(i * 23 + 1)" : $"";
        return $"""
            WITH base AS (SELECT CASE WHEN hash(r * 31 + 7) % 250 = 0 AND r > 0 THEN r - 1 ELSE r END AS i FROM range({rows}) AS t(r)),
              draws AS (
                SELECT i, (hash(i * 13 + 5) % 4096)::BIGINT AS s, i // 240 AS p, i // 60 AS e, hash(i // 60) % 12 AS st,
                  u(i, 11) AS u1, u(i, 12) AS u2, u(i, 13) AS u3, u(i, 14) AS u4, z(i, 21) AS z1, z(i, 31) AS z2 FROM base),
              measured AS (
                SELECT draws.*, item_code, dec, unit, alt_unit, digit_pref, (u3 < 0.06 AND alt_unit IS NOT NULL) AS alt,
                  CASE kind WHEN 'normal' THEN mu * (1 + cv * z1) WHEN 'lognormal' THEN mu * exp(cv * 2 * z1)
                    WHEN 'integer' THEN round(mu * (1 + cv * z1)) ELSE floor(abs(z1) * 2) END * CASE WHEN u3 < 0.06 THEN alt_factor ELSE 1 END AS v
                FROM draws JOIN slot USING (s)),
              timed AS (
                SELECT *, TIMESTAMP '2012-01-01' + to_seconds(((p * 7919) % 250000000)::BIGINT) + to_minutes(((i % 60) * 137)::BIGINT)
                  + to_seconds(CASE WHEN u4 < 0.30 THEN (6 * 3600 + (u1 * 7200)::BIGINT) ELSE (u1 * 86400)::BIGINT END) AS t0 FROM measured)
            SELECT (10000000 + p)::BIGINT AS patient_id, CASE WHEN u2 < 0.03 THEN NULL ELSE (20000000 + e)::BIGINT END AS encounter_id, item_code,
              CASE WHEN hash(i * 17 + item_code) % 100 < 8 THEN NULL WHEN u2 > 0.9990 THEN 999999 WHEN u2 > 0.9985 THEN -1
                WHEN digit_pref AND u1 < 0.4 THEN round(v / 5) * 5 ELSE {value} END AS value,
              CASE WHEN hash(i * 19) % 50 = 0 THEN NULL WHEN alt THEN alt_unit WHEN u4 > 0.995 THEN upper(unit) ELSE unit END AS unit,
              CASE WHEN u1 > 0.99 THEN date_trunc('day', t0) ELSE date_trunc('minute', t0) END AS charttime,
              CASE WHEN u3 > 0.98 THEN NULL WHEN u3 > 0.977 THEN t0 - INTERVAL 1 HOUR ELSE t0 + to_seconds((60 * exp(3.5 + 0.8 * z2))::BIGINT) END AS storetime,
              CASE WHEN abs(z1) > 1.6 THEN 'abnormal' WHEN u2 < 0.02 THEN 'delta' END AS flag, 'SITE' || lpad((1 + st)::VARCHAR, 2, '0') AS site
            FROM timed{order}
            """;
    }

    static Sql Items => $"""
        CREATE TABLE item AS
        SELECT k AS item_idx, (50800 + k * 7)::INTEGER AS item_code,
          ['normal', 'lognormal', 'integer', 'ordinal'][1 + (k % 10 >= 5)::INT + (k % 10 >= 8)::INT + (k % 10 >= 9)::INT] AS kind,
          exp(u(k, 1) * 6 - 1) AS mu, 0.05 + 0.35 * u(k, 2) AS cv, [0, 1, 1, 2, 2, 3][1 + (u(k, 3) * 6)::INT % 6] AS dec,
          ['mg/dL', 'mmol/L', 'g/dL', 'mEq/L', 'K/uL', '%', 'sec', 'IU/L', 'ng/mL', 'mmHg', 'bpm', 'degC', 'pg', 'fL', 'U/L', 'umol/L'][1 + k % 16] AS unit,
          CASE WHEN k % 8 = 0 THEN 'mmol/L' WHEN k % 8 = 3 THEN 'MG/DL' WHEN k % 16 = 11 THEN 'degF' END AS alt_unit,
          CASE WHEN k % 8 = 0 THEN 0.0555 WHEN k % 16 = 11 THEN 1.8 ELSE 1.0 END AS alt_factor, (k % 12 = 5) AS digit_pref, 1.0 / (1 + k) ^ 0.9 AS w
        FROM range(200) AS t(k)
        """;

    static Sql Slots => $"""
        CREATE TABLE slot AS
        SELECT s, i.* FROM range(4096) AS t(s)
        ASOF JOIN (SELECT *, hi - w / (SELECT sum(w) FROM item) AS lo FROM (SELECT *, sum(w) OVER (ORDER BY item_idx) / sum(w) OVER () AS hi FROM item)) AS i
        ON (t.s + 0.5) / 4096.0 >= i.lo
        """;
}

using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Reads one plain text through DuckDB's CSV reader with fixed options; nothing is guessed twice.</summary>
sealed class CsvReading(Dataset dataset, PlainText text, int columns)
{
    const long MaxLine = 16L * 1024 * 1024; // a longer line is kept aside

    const long Unpacked = 6; // times the size of a packed text of numbers and times

    const long Buffer = 2 * MaxLine; // by default sixteen lines of the longest kind

    /// <summary>Size of the text; unpacked by guess.</summary>
    internal long Bytes => text.Compression == "none" ? text.Bytes : Unpacked * text.Bytes;

    /// <summary>True when there is nothing after the header.</summary>
    internal bool IsEmpty => text.Skip == int.MaxValue;

    /// <summary>Every column as text, all rows or the first ones; NULL only for empty cells.</summary>
    internal Sql Stage(long? most)
    {
        Sql limit = most is { } rows ? (Sql)$"LIMIT {rows}" : $"";
        DropRejects(); // of a file that failed
        dataset.Execute($"CREATE OR REPLACE TABLE staged_text AS SELECT * FROM {Reader(_ => "VARCHAR", rejects: true)} {limit}");
        return $"staged_text";
    }

    /// <summary>From staged texts to the typed table; gives what was kept aside.</summary>
    internal IReadOnlyList<Rejected> LoadStaged(Name table, Sql stage, IReadOnlyList<ColumnForm> forms)
    {
        dataset.Execute($"CREATE TABLE {table} AS SELECT {Sql.Join(", ", forms.SelectMany(form => form.Physical()))} FROM {stage}");
        dataset.Execute($"DROP TABLE {stage}");
        return Rejects();
    }

    /// <summary>Straight from the file to the typed table: columns that were pure so far are read typed, and as text when that fails.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="forms">How to read the columns.</param>
    /// <param name="parquet">A file to write the table to, so that it need not be held in memory; null for memory.</param>
    internal IReadOnlyList<Rejected> LoadTyped(Name table, IReadOnlyList<ColumnForm> forms, string? parquet)
    {
        DropRejects();
        var asText = new HashSet<int>();
        while (true)
        {
            Sql query = $"""
                SELECT {Sql.Join(", ", forms.SelectMany((form, place) => asText.Contains(place) ? form.Physical() : form.PhysicalTyped()))}
                FROM {Reader(place => asText.Contains(place) ? "VARCHAR" : forms[place].ReaderType, rejects: true)}
                """;
            dataset.Execute(parquet is null ? (Sql)$"CREATE OR REPLACE TABLE {table} AS {query}" : $"COPY ({query}) TO {parquet} (FORMAT parquet)");
            var failed = dataset.Rows($"SELECT DISTINCT column_idx FROM reject_errors WHERE error_type = 'CAST'", row => (int)row.CountAt(0) - 1)
                .Where(place => place >= 0 && place < forms.Count && asText.Add(place)).ToList();
            if (failed.Count == 0)
            {
                foreach (var place in asText)
                {
                    forms[place].WasImpure = true;
                }

                if (parquet is not null)
                {
                    dataset.Execute($"CREATE VIEW {table} AS SELECT * FROM read_parquet({parquet})");
                }

                return Rejects();
            }

            DropRejects();
        }
    }

    Sql Reader(Func<int, string> type, bool rejects)
    {
        var types = Sql.Join(", ", Enumerable.Range(0, columns).Select(place => (Sql)$"{ColumnForm.Staged(place)}: {type(place)}"));
        Sql store = rejects ? (Sql)$", store_rejects = true, rejects_limit = 0" : $"";
        return $$"""
            read_csv({{text.Path}}, auto_detect = false, header = false, skip = {{text.Skip}}, columns = {{{types}}}, delim = {{text.Delimiter.ToString()}},
              quote = '"', escape = '"', compression = {{text.Compression}}, strict_mode = false, null_padding = false, max_line_size = {{MaxLine}}, buffer_size = {{Buffer}}{{store}})
            """;
    }

    IReadOnlyList<Rejected> Rejects()
    {
        var rejected = dataset.Rows(
            $"SELECT line, min(error_type), min(error_message), substr(min(csv_line), 1, 1000) FROM reject_errors GROUP BY line ORDER BY line",
            row => new Rejected(row.CountAt(0), Reason(row.TextAt(1), row.TextAt(2)), row.TextAt(3) ?? string.Empty));
        DropRejects();
        return rejected;
    }

    void DropRejects()
    {
        dataset.Execute($"DROP TABLE IF EXISTS reject_errors");
        dataset.Execute($"DROP TABLE IF EXISTS reject_scans");
    }

    static string Reason(string? type, string? message) => type switch
    {
        "MISSING COLUMNS" => "the line has fewer cells than the header",
        "TOO MANY COLUMNS" => "the line has more cells than the header",
        "UNQUOTED VALUE" => "a quote is opened and not closed",
        "LINE SIZE OVER MAXIMUM" => "the line is longer than 16 MiB",
        "INVALID ENCODING" or "INVALID UNICODE" => "the line is no valid UTF-8",
        _ => (message ?? type ?? "not readable").Split('\n')[0],
    };
}

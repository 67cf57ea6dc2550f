using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Reads one plain text through DuckDB's CSV reader with fixed options; nothing is guessed twice.</summary>
sealed class CsvReading(Dataset dataset, PlainText text, int columns)
{
    const long MaxLine = 4L * RecordReader.MostLetters; // in bytes; longer records do not come here

    const long Buffer = 2 * MaxLine; // by default sixteen lines of the longest kind

    /// <summary>Size of the text, unpacked.</summary>
    internal long Bytes => text.Bytes;

    /// <summary>True when there is no record after the header.</summary>
    internal bool IsEmpty => text.Records == 0;

    /// <summary>Every column as text, all rows or the first ones; NULL only for empty cells.</summary>
    internal Sql Stage(long? most)
    {
        Sql limit = most is { } rows ? (Sql)$"LIMIT {rows}" : $"";
        DropRejects(); // of a file that failed
        dataset.Execute($"CREATE OR REPLACE TABLE staged_text AS SELECT * FROM {Reader(_ => "VARCHAR")} {limit}");
        return $"staged_text";
    }

    /// <summary>From staged texts to the typed table.</summary>
    internal void LoadStaged(Name table, Sql stage, IReadOnlyList<ColumnForm> forms)
    {
        dataset.Execute($"CREATE TABLE {table} AS SELECT {Sql.Join(", ", forms.SelectMany(form => form.Physical()))} FROM {stage}");
        dataset.Execute($"DROP TABLE {stage}");
    }

    /// <summary>Straight from the file to the typed table: columns that were pure so far are read typed, and as text when that fails.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="forms">How to read the columns.</param>
    /// <param name="parquet">A file to write the table to, so that it need not be held in memory; null for memory.</param>
    internal void LoadTyped(Name table, IReadOnlyList<ColumnForm> forms, string? parquet)
    {
        var asText = new HashSet<int>();
        List<int> failed;
        do
        {
            DropRejects();
            Sql query = $"""
                SELECT {Sql.Join(", ", forms.SelectMany((form, place) => asText.Contains(place) ? form.Physical() : form.PhysicalTyped()))}
                FROM {Reader(place => asText.Contains(place) ? "VARCHAR" : forms[place].ReaderType)}
                """;
            if (parquet is null)
            {
                dataset.Execute($"CREATE OR REPLACE TABLE {table} AS {query}");
            }
            else
            {
                Write(query, parquet);
            }

            failed = [.. dataset.Rows($"SELECT DISTINCT column_idx FROM reject_errors WHERE error_type = 'CAST'", row => (int)row.CountAt(0) - 1)
                .Concat(NotFiniteIn(parquet is null ? (Sql)$"{table}" : $"read_parquet({parquet})", forms, place => !asText.Contains(place)))
                .Where(place => place >= 0 && place < forms.Count && asText.Add(place))];
            foreach (var place in failed)
            {
                forms[place].WasImpure = true;
            }
        }
        while (failed.Count > 0);
        if (parquet is not null)
        {
            dataset.Execute($"CREATE OR REPLACE VIEW {table} AS SELECT * FROM read_parquet({parquet})");
        }
    }

    /// <summary>Rows as they come: keeping their order would hold much of the text in memory.</summary>
    void Write(Sql query, string parquet)
    {
        dataset.Execute($"SET preserve_insertion_order = false");
        try
        {
            dataset.Execute($"COPY ({query}) TO {parquet} (FORMAT parquet)");
        }
        finally
        {
            dataset.Execute($"SET preserve_insertion_order = true");
        }
    }

    // the reader takes 'Inf' and 'nan' for numbers
    IEnumerable<int> NotFiniteIn(Sql from, IReadOnlyList<ColumnForm> forms, Func<int, bool> typed)
    {
        List<int> doubles = [.. Enumerable.Range(0, forms.Count).Where(place => typed(place) && forms[place].ReaderType == "DOUBLE")];
        return doubles.Zip(NotFinite.Held(dataset, from, [.. doubles.Select(place => (Sql)$"{new Name(forms[place].Name)}")])).Where(pair => pair.Second).Select(pair => pair.First);
    }

    // strict: what is given to it is plain, and lenient reading would drop surplus cells without a word
    Sql Reader(Func<int, string> type)
    {
        var types = Sql.Join(", ", Enumerable.Range(0, columns).Select(place => (Sql)$"{ColumnForm.Staged(place)}: {type(place)}"));
        return $$"""
            read_csv({{text.Path}}, auto_detect = false, header = false, skip = {{text.Skip}}, columns = {{{types}}}, delim = {{text.Delimiter.ToString()}},
              quote = '"', escape = '"', compression = {{text.Compression}}, strict_mode = true, null_padding = false, max_line_size = {{MaxLine}}, buffer_size = {{Buffer}},
              store_rejects = true, rejects_limit = 0)
            """;
    }

    void DropRejects()
    {
        dataset.Execute($"DROP TABLE IF EXISTS reject_errors");
        dataset.Execute($"DROP TABLE IF EXISTS reject_scans");
    }
}

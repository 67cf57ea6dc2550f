using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Reads one plain text with fixed options, nothing is guessed twice: through DuckDB's CSV reader, and what is written so that it can be read in one way only, here.</summary>
sealed class CsvReading(Dataset dataset, PlainText text, int columns, WorkFolder work)
{
    const long MaxLine = 4L * RecordReader.MostLetters; // in bytes; longer records do not come here

    const long Buffer = 2 * MaxLine; // by default sixteen lines of the longest kind

    bool _rejects; // the engine's reader was asked last

    /// <summary>Size of the text, unpacked.</summary>
    internal long Bytes => text.Bytes;

    /// <summary>How many records there are; each must have become a row.</summary>
    internal long Records { get; private set; } = text.Records;

    /// <summary>How many parts of a text are read side by side when it is read here.</summary>
    internal int Parts { get; init; } = Environment.ProcessorCount;

    /// <summary>True when there is no record after the header.</summary>
    internal bool IsEmpty => text.Records == 0;

    /// <summary>Every column as text, all rows or the first ones; NULL only for empty cells.</summary>
    internal Sql Stage(long? most)
    {
        Sql limit = most is { } rows ? (Sql)$"LIMIT {rows}" : $"";
        Read($"CREATE OR REPLACE TABLE staged_text AS SELECT * FROM {Reader(_ => "VARCHAR")} {limit}");
        return $"staged_text";
    }

    /// <summary>The same of lines from all over the text, those of them that are whole records; null when it is packed.</summary>
    internal Sql? StageSpread()
    {
        if (Categories.Spread(text, work) is not { } path)
        {
            return null;
        }

        Read($"CREATE OR REPLACE TABLE spread_text AS SELECT * FROM {Reader(_ => "VARCHAR", path)}");
        File.Delete(path);
        return $"spread_text";
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
    /// <param name="few">Columns to be held as enumerations; those that could not be are taken out.</param>
    /// <returns>False when a text that was presumed to be plain is not: the table is of no use.</returns>
    internal bool LoadTyped(Name table, IReadOnlyList<ColumnForm> forms, string? parquet, Categories? few = null)
    {
        var held = few is { Any: true } ? Categories.Place(dataset, table) : (Sql)$"{table}";
        var asText = new HashSet<int>();
        var again = true;
        while (again)
        {
            if (parquet is not null)
            {
                Write(Typed(forms, asText, few, text.Path), parquet);
            }
            else if (!text.IsPresumed)
            {
                Read($"CREATE OR REPLACE TABLE {held} AS {Typed(forms, asText, few, text.Path)}");
            }
            else if (!ReadHere(held, forms, asText, few))
            {
                dataset.Execute($"DROP TABLE {held}");
                return false;
            }

            List<int> failed = [.. Unreadable()
                .Concat(parquet is null ? OutOfRangeHeld(held, forms, asText) : OutOfRangeIn(parquet, forms, asText))
                .Where(place => place >= 0 && place < forms.Count && !asText.Contains(place)).Distinct()];
            var unseen = failed.Where(place => few?.Remove(place) == true).ToList();
            foreach (var place in failed.Except(unseen))
            {
                asText.Add(place);
                forms[place].WasImpure = true;
            }

            again = failed.Count > unseen.Count || (unseen.Count > 0 && !Insert(held, forms, asText, few!, unseen)); // unseen are of few
        }

        Show(table, held, forms, parquet, few);
        return true;
    }

    void Show(Name table, Sql held, IReadOnlyList<ColumnForm> forms, string? parquet, Categories? few)
    {
        if (parquet is not null)
        {
            dataset.Execute($"CREATE OR REPLACE VIEW {table} AS SELECT * FROM read_parquet({parquet})");
        }
        else if (held.Text != table.Quoted)
        {
            few!.Show(dataset, table, held, forms); // or it would lie under its own name
        }
    }

    /// <summary>Fills the table with the rows read by <see cref="PlainRows"/>, and after them with what DuckDB's reader makes of the lines that those put aside; false when they gave up.</summary>
    bool ReadHere(Sql held, IReadOnlyList<ColumnForm> forms, HashSet<int> asText, Categories? few)
    {
        _rejects = false;
        var parts = new PlainParts(text, Parts, [.. forms.Select((form, place) => (ColumnForm.Staged(place), asText.Contains(place) ? Kind.Text : form.ReaderKind, few?.Of(place)))]);
        if (!parts.Fill(dataset, held, rows => Typed(forms, asText, few, rows)))
        {
            return false;
        }

        Records = parts.Rows + parts.Refused.Count;
        if (parts.Refused.Count > 0)
        {
            var path = work.NewFile(".csv");
            File.WriteAllBytes(path, [.. parts.Refused.SelectMany(line => line)]);
            Read($"INSERT INTO {held} {Typed(forms, asText, few, path)}");
        }

        return true;
    }

    Sql Typed(IReadOnlyList<ColumnForm> forms, HashSet<int> asText, Categories? few, string path) => Typed(
        forms, asText, few, Reader(place => asText.Contains(place) ? "VARCHAR" : few?.Of(place) is { } words ? Categories.Type(words) : forms[place].ReaderType, path));

    static Sql Typed(IReadOnlyList<ColumnForm> forms, HashSet<int> asText, Categories? few, Sql rows) =>
        $"SELECT {Sql.Join(", ", forms.SelectMany((form, place) => asText.Contains(place) ? form.Physical() : few?.Of(place) is { } words ? [form.PhysicalOf(words)] : form.PhysicalTyped()))} FROM {rows}";

    /// <summary>Puts rows into a table that the reader refused for nothing but a word that it did not know; false when they are too many, or still refused.</summary>
    bool Insert(Sql held, IReadOnlyList<ColumnForm> forms, HashSet<int> asText, Categories few, IReadOnlyList<int> unseen)
    {
        if (few.Refused(dataset) is not { } path)
        {
            return false;
        }

        foreach (var place in unseen)
        {
            dataset.Execute($"ALTER TABLE {held} ALTER COLUMN {new Name(forms[place].Name)} TYPE VARCHAR");
        }

        Read($"INSERT INTO {held} {Typed(forms, asText, few, path)}");
        return dataset.Number($"SELECT count(*) FROM reject_errors") == 0 && !OutOfRangeHeld(held, forms, asText).Any();
    }

    /// <summary>Rows as they come: keeping their order would hold much of the text in memory.</summary>
    void Write(Sql query, string parquet)
    {
        dataset.Execute($"SET preserve_insertion_order = false");
        try
        {
            Read($"COPY ({query}) TO {parquet} (FORMAT parquet)");
        }
        finally
        {
            dataset.Execute($"SET preserve_insertion_order = true");
        }
    }

    // the reader takes 'Inf' and 'nan' for numbers, and 'infinity' and the year 10000 for times
    IEnumerable<int> OutOfRangeIn(string parquet, IReadOnlyList<ColumnForm> forms, HashSet<int> asText)
    {
        var typed = WithoutText(forms, asText);
        return typed.Zip(OutOfRange.Held(dataset, $"read_parquet({parquet})", [.. typed.Select(place => forms[place].Column())])).Where(pair => pair.Second).Select(pair => pair.First);
    }

    // of a table of its own the engine knows the extremes by parts, and need not read what cannot hold one
    IEnumerable<int> OutOfRangeHeld(Sql held, IReadOnlyList<ColumnForm> forms, HashSet<int> asText) =>
        WithoutText(forms, asText).Where(place => dataset.Number($"SELECT count(*) FROM {held} WHERE {OutOfRange.Is(forms[place].Column())}") > 0);

    static List<int> WithoutText(IReadOnlyList<ColumnForm> forms, HashSet<int> asText) => [.. Enumerable.Range(0, forms.Count).Where(place => !asText.Contains(place) && forms[place].ReaderType != "VARCHAR")];

    // strict: what is given to it is plain, and lenient reading would drop surplus cells without a word
    Sql Reader(Func<int, string> type, string? path = null)
    {
        var skip = path is null || path == text.Path ? text.Skip : 0;
        var types = Sql.Join(", ", Enumerable.Range(0, columns).Select(place => (Sql)$"{ColumnForm.Staged(place)}: {type(place)}"));
        return $$"""
            read_csv({{path ?? text.Path}}, auto_detect = false, header = false, skip = {{skip}}, columns = {{{types}}}, delim = {{text.Delimiter.ToString()}},
              quote = '"', escape = '"', compression = {{text.Compression}}, strict_mode = true, null_padding = false, max_line_size = {{MaxLine}}, buffer_size = {{Buffer}},
              store_rejects = true, rejects_limit = 0)
            """;
    }

    /// <summary>Takes a table away that was loaded.</summary>
    internal static void Drop(Dataset dataset, Name table)
    {
        var isView = dataset.Number($"SELECT count(*) FROM information_schema.tables WHERE table_name = {table.Text} AND table_schema = 'main' AND table_type = 'VIEW'") > 0;
        dataset.Execute(isView ? (Sql)$"DROP VIEW {table}" : $"DROP TABLE {table}");
        dataset.Execute($"DROP TABLE IF EXISTS {Categories.Place(dataset, table)}");
    }

    /// <summary>Runs a statement with the engine's reader. What it refuses goes to tables that belong to the connection, of which another may have some of its own.</summary>
    void Read(Sql statement)
    {
        dataset.Execute($"DROP TABLE IF EXISTS reject_errors");
        dataset.Execute($"DROP TABLE IF EXISTS reject_scans");
        dataset.Execute(statement);
        _rejects = true;
    }

    /// <summary>Columns of which the engine's reader could not read a cell.</summary>
    IReadOnlyList<int> Unreadable() => _rejects ? dataset.Rows($"SELECT DISTINCT column_idx FROM reject_errors WHERE error_type = 'CAST'", row => (int)row.CountAt(0) - 1) : [];
}

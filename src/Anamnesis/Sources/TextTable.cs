using System.Text;
using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>A delimited text, loaded into DuckDB: every column as it stands, and read as numbers or times where it mostly holds such.</summary>
static class TextTable
{
    const long LargeBytes = 48L * 1024 * 1024; // above this, types are learned from the first rows and the text is loaded once, typed
    const long HugeBytes = 1_200L * 1024 * 1024; // above this, the typed table is written to a file: in memory it would take more than the text does
    const long ProbeRows = 50_000;

    internal static Table Load(Dataset dataset, FoundFile file, string name, WorkFolder work)
    {
        var head = file.ReadHead();
        var text = Encodings.Decode(head, out var encoding);
        var shape = CsvSniffer.Sniff(text, file.Bytes > head.Length) ?? CsvSniffer.Irregular(text);
        ColumnNames.Check(file.Shown, shape.Columns);
        var notes = new List<SourceNote>();
        var names = ColumnNames.Unique(shape.Names, shape.Columns, notes);
        if (shape.Preamble > 0)
        {
            notes.Add(new SourceNote("preamble", $"{shape.Preamble} lines before the header are no rows of the table and were not read", null, shape.Preamble));
        }

        if (shape.MixedLineEnds)
        {
            notes.Add(new SourceNote("separator", "the file mixes two kinds of line ends", null, 1));
        }

        if (encoding is UTF8Encoding && shape.IsUsual && file.Compression is null && file.Bytes is > LargeBytes and <= HugeBytes
            && Presumed(dataset, PlainText.Presumed(file, head, shape), name, names, notes, work) is { } read)
        {
            return read;
        }

        if (encoding is UTF8Encoding && Plainly(dataset, file, shape, name, names, notes, work, ref encoding) is { } table)
        {
            return table;
        }

        if (encoding is not UTF8Encoding)
        {
            notes.Add(new SourceNote("encoding", $"the text is encoded in {encoding.WebName}, not in UTF-8", null, 1));
        }

        return Typed(dataset, PlainText.Rewritten(file, encoding, shape, work, notes, dataset.Cancellation), name, names, notes, work)!.Value.Table; // what was rewritten is plain
    }

    /// <summary>The table of a text of which only the head is known; null when the rest is not like it, at which DuckDB's reader may stop altogether.</summary>
    static Table? Presumed(Dataset dataset, PlainText text, string name, IReadOnlyList<string> names, List<SourceNote> notes, WorkFolder work)
    {
        try
        {
            return Whole(dataset, text, name, names, notes, work);
        }
        catch (InvalidOperationException) // if it was something else, it comes again when the text is read otherwise
        {
            dataset.Execute($"DROP TABLE IF EXISTS {new Name(name)}");
            return null;
        }
    }

    /// <summary>The table read by DuckDB from the file itself; null when the file is not plain all the way, or not every record became a row.</summary>
    static Table? Plainly(Dataset dataset, FoundFile file, CsvShape shape, string name, IReadOnlyList<string> names, List<SourceNote> notes, WorkFolder work, ref Encoding encoding)
    {
        if (!shape.IsUsual)
        {
            return null;
        }

        var scan = Scanned(file, shape, dataset.Cancellation);
        encoding = scan.NotUtf8 is { } foreign ? Encodings.Guess(foreign) : encoding;
        if (PlainText.AsItIs(file, scan, shape) is not { } plain)
        {
            return null;
        }

        return Whole(dataset, plain, name, names, notes, work);
    }

    /// <summary>One pass over the text; two halves of a large one side by side, unless a cell in quotes may lie across.</summary>
    static TextScan Scanned(FoundFile file, CsvShape shape, CancellationToken cancellation)
    {
        if (file.Compression is null && file.Bytes > LargeBytes && TextScan.OfHalves(file, shape.Delimiter, shape.Skip, cancellation) is { } both)
        {
            return both;
        }

        using var content = file.Open();
        return TextScan.Of(content, shape.Delimiter, shape.Skip, cancellation);
    }

    /// <summary>The table; null when not every record became a row.</summary>
    static Table? Whole(Dataset dataset, PlainText text, string name, IReadOnlyList<string> names, List<SourceNote> before, WorkFolder work)
    {
        if (Typed(dataset, text, name, names, before, work) is not { } read)
        {
            return null;
        }

        if (read.Table.Rows == read.Records)
        {
            return read.Table;
        }

        CsvReading.Drop(dataset, new Name(name));
        return null;
    }

    /// <summary>The table and how many records there were; null when a text that was presumed to be plain is not.</summary>
    static (Table Table, long Records)? Typed(Dataset dataset, PlainText text, string name, IReadOnlyList<string> names, List<SourceNote> before, WorkFolder work)
    {
        var physical = new Name(name);
        var reader = new CsvReading(dataset, text, names.Count, work);
        if (reader.IsEmpty)
        {
            dataset.Execute($"CREATE TABLE {physical} ({Sql.Join(", ", names.Select(column => (Sql)$"{new Name(column)} VARCHAR"))})");
            return (Of(name, [.. names.Select(column => Column.Of(column, Kind.Text))], 0, text.Aside, before), 0);
        }

        var large = reader.Bytes > LargeBytes;
        var stage = reader.Stage(large ? ProbeRows : null);
        var looked = large ? (long)dataset.Number($"SELECT count(*) FROM {stage}") : text.Records;
        var forms = ColumnForms.Learn(dataset, stage, looked, names, text.CommasSeparate);
        var parquet = reader.Bytes > HugeBytes ? work.NewFile(".parquet") : null;
        if (large)
        {
            if (parquet is null)
            {
                DuckDb.KeepBlocks(dataset.Execute);
            }

            var few = parquet is null ? Few(dataset, reader, stage, forms, text.Records, work) : null;
            dataset.Execute($"DROP TABLE IF EXISTS {stage}");
            if (!reader.LoadTyped(physical, forms, parquet, few))
            {
                return null;
            }
        }
        else
        {
            reader.LoadStaged(physical, stage, forms);
        }

        var rows = (long)dataset.Number($"SELECT count(*) FROM {physical}");
        IReadOnlyList<Column> columns = parquet is null ? [.. forms.Select(form => form.Column())] : ParquetFile.Counted(dataset, $"{physical}", parquet, forms.Select(form => form.Column()));
        return (Of(name, columns, rows, text.Aside, [.. before, .. ColumnForms.Notes(forms, looked, rows)]), reader.Records);
    }

    static Categories? Few(Dataset dataset, CsvReading reader, Sql stage, IReadOnlyList<ColumnForm> forms, long rows, WorkFolder work)
    {
        if (forms.All(form => form.Reading is not null) || reader.StageSpread() is not { } spread)
        {
            return null;
        }

        var few = new Categories(dataset, [stage, spread], forms, rows, work);
        dataset.Execute($"DROP TABLE {spread}");
        return few;
    }

    static Table Of(string name, IReadOnlyList<Column> columns, long rows, Aside aside, List<SourceNote> notes) => new()
    {
        Name = name,
        From = $"{new Name(name)}",
        Columns = columns,
        Rows = rows,
        Rejected = aside.First,
        RejectedRows = aside.Count,
        Notes = aside.Count == 0 ? notes : [.. notes, new SourceNote("ragged", $"{aside.Count} lines could not be read as rows and were kept aside", null, aside.Count)],
    };
}

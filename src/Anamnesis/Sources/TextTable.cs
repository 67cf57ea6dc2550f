using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>A delimited text, loaded into DuckDB: every column as it stands, and read as numbers or times where it mostly holds such.</summary>
static class TextTable
{
    const long LargeBytes = 48L * 1024 * 1024; // above this, types are learned from the first rows and the text is loaded once, typed
    const long HugeBytes = 1_200L * 1024 * 1024; // above this, the typed table is written to a file: in memory it would take more than the text does
    const long ProbeRows = 100_000;
    const int MostColumns = 20_000;
    const int KeptRejects = 1000;

    internal static Table Load(Dataset dataset, FoundFile file, string name, WorkFolder work)
    {
        var head = file.ReadHead();
        var text = Encodings.Decode(head, out var encoding);
        var shape = CsvSniffer.Sniff(text, file.Bytes > head.Length) ?? CsvSniffer.SingleColumn(text);
        if (shape.Columns > MostColumns)
        {
            throw new AnamnesisException($"'{file.Shown}' has {shape.Columns} columns. Expected at most {MostColumns}; turn it so that columns become rows, or split it.");
        }

        var notes = new List<SourceNote>();
        var plain = PlainText.Of(file, head, encoding, shape, work, notes);
        var names = ColumnNames.Unique(shape.Names, shape.Columns, notes);
        var reader = new CsvReading(dataset, plain, names.Count);
        return reader.IsEmpty ? Empty(dataset, name, names, notes) : Typed(dataset, reader, name, names, notes, work);
    }

    static Table Typed(Dataset dataset, CsvReading reader, string name, IReadOnlyList<string> names, List<SourceNote> notes, WorkFolder work)
    {
        var large = reader.Bytes > LargeBytes;
        var stage = reader.Stage(large ? ProbeRows : null);
        var forms = ColumnForms.Learn(dataset, stage, names);
        var physical = new Name(name);
        var parquet = reader.Bytes > HugeBytes ? work.NewFile(".parquet") : null;
        var rejected = large ? reader.LoadTyped(physical, forms, parquet) : reader.LoadStaged(physical, stage, forms);
        if (large)
        {
            dataset.Execute($"DROP TABLE IF EXISTS {stage}");
        }

        var rows = (long)dataset.Number($"SELECT count(*) FROM {physical}");
        notes.AddRange(forms.SelectMany(form => form.Notes));
        notes.AddRange(ColumnForms.AboutAll(forms));
        if (rejected.Count > 0)
        {
            notes.Add(new SourceNote("ragged", $"{rejected.Count} lines could not be read as rows and were kept aside", null, rejected.Count));
        }

        return new Table
        {
            Name = name,
            From = $"{physical}",
            Columns = parquet is null ? [.. forms.Select(form => form.Column())] : ParquetFile.Counted(dataset, parquet, forms.Select(form => form.Column())),
            Rows = rows,
            Rejected = [.. rejected.Take(KeptRejects)],
            RejectedRows = rejected.Count,
            Notes = notes,
        };
    }

    static Table Empty(Dataset dataset, string name, IReadOnlyList<string> names, List<SourceNote> notes)
    {
        dataset.Execute($"CREATE TABLE {new Name(name)} ({Sql.Join(", ", names.Select(column => (Sql)$"{new Name(column)} VARCHAR"))})");
        return new Table { Name = name, From = $"{new Name(name)}", Columns = [.. names.Select(column => Engines.Column.Of(column, Kind.Text))], Rows = 0, Notes = notes };
    }
}

using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>A file, a folder or an archive of tables: CSV and its relatives are loaded into DuckDB, Parquet is read in place.</summary>
sealed class FileSource : ISource
{
    const long FewBytes = 32L * 1024 * 1024; // of all files: each is parsed by one thread

    public string Form => "the path of a file, a folder or a zip of tables (CSV, TSV, ARFF, Parquet; also .gz and .zst)";

    public bool Claims(string address) => !HasScheme(address);

    public Dataset Open(string address, Opening opening)
    {
        var work = new WorkFolder(opening.Spill);
        try
        {
            var files = FileList.At(address, work);
            var connection = DuckDb.Open(work.Path, out _);
            var dataset = new Dataset(address, "duckdb", DuckDb.Dialect, connection, canKeep: true, work.Dispose) { Cancellation = opening.Cancellation };
            try
            {
                DuckDb.OneThreadIf(dataset, files.Found.Sum(file => file.Bytes) < FewBytes);
                Load(dataset, files, work, opening);
                DuckDb.OneThreadWhereSmall(dataset);
                return dataset;
            }
            catch
            {
                dataset.Dispose();
                throw;
            }
        }
        catch
        {
            work.Dispose();
            throw;
        }
    }

    static void Load(Dataset dataset, FileList files, WorkFolder work, Opening opening)
    {
        var refused = new List<string>();
        var tables = new List<Table>();
        var total = Math.Max(1, files.Found.Sum(file => file.Bytes));
        long done = 0;
        foreach (var file in files.Found)
        {
            opening.Cancellation.ThrowIfCancellationRequested();
            opening.Progress?.Report(new Step($"reading {file.Shown}", (double)done / total));
            var name = NameOf(file, files.Found);
            try
            {
                tables.Add(Read(dataset, file, name, work));
            }
            catch (AnamnesisException unreadable) when (files.Many)
            {
                refused.Add(unreadable.Message);
            }

            done += file.Bytes;
        }

        List<string> notChecked = [.. refused, .. files.Skipped]; // what should have been a table first
        if (tables.Count == 0)
        {
            throw new AnamnesisException(
                $"There is no table in '{dataset.Address}'. Expected at least one CSV, TSV, ARFF or Parquet file. Looked at: "
                + $"{(notChecked.Count == 0 ? "nothing, the folder is empty" : string.Join("; ", notChecked.Take(5)))}.");
        }

        if (!files.Many && tables[0].Rows == 0)
        {
            throw new AnamnesisException(
                $"'{dataset.Address}' has {tables[0].Columns.Count} columns and no rows that can be read{(tables[0].RejectedRows > 0 ? $" ({tables[0].RejectedRows} lines were no rows: {tables[0].Rejected[0].Reason})" : string.Empty)}. "
                + "Expected at least one row under the header; check that the export was complete.");
        }

        dataset.Tables = [.. tables.OrderBy(table => table.Name, StringComparer.Ordinal)];
        dataset.NotChecked = notChecked;
    }

    /// <summary>One table.</summary>
    /// <exception cref="AnamnesisException">The file is damaged or forbidden, or there is no room for it.</exception>
    internal static Table Read(Dataset dataset, FoundFile file, string name, WorkFolder work)
    {
        try
        {
            if (file.Compression == "gzip")
            {
                GzipEnd.Check(file);
            }

            return file.IsParquet ? ParquetFile.Open(dataset, file, name) : TextTable.Load(dataset, file, name, work);
        }
        catch (Exception failure) when (Refusals.Of(file.Shown, failure) is not null)
        {
            throw Refusals.Of(file.Shown, failure)!; // not null, see above
        }
    }

    /// <summary>The stem; with its folder, or else its extension, where stems collide.</summary>
    static string NameOf(FoundFile file, IReadOnlyList<FoundFile> all)
    {
        bool Shared(Func<FoundFile, string> name) => all.Count(other => name(other).Equals(name(file), StringComparison.OrdinalIgnoreCase)) > 1;
        return !Shared(one => one.Stem) ? file.Stem : !Shared(one => one.Prefixed) ? file.Prefixed : file.Shown;
    }

    // a single letter before the colon is a drive, not a scheme
    static bool HasScheme(string address) =>
        address == "demo"
        || (address.IndexOf(':', StringComparison.Ordinal) is > 1 and var colon
            && address[..colon].All(char.IsAsciiLetter) && !File.Exists(address) && !Directory.Exists(address));
}

using System.Globalization;
using Anamnesis.Engines;

namespace Anamnesis.Simulation;

/// <summary>The files of one block, waiting to be joined; deleted when disposed.</summary>
sealed class BlockFiles : IDisposable
{
    readonly string _folder;

    BlockFiles(string folder, int patients) => (_folder, Patients) = (folder, patients);

    internal int Patients { get; }

    /// <summary>Rows by the name of the file that they go to.</summary>
    internal List<(string Name, string Path, long Rows)> Parts { get; } = [];

    internal static BlockFiles Write(ClinicPlan plan, Block block, string folder, ClinicWriting writing, Constants constants, CancellationToken cancellation)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "block-" + block.First.ToString(CultureInfo.InvariantCulture))).FullName;
        var files = new BlockFiles(place, block.Patients);
        using var clinic = Clinic.Open(plan, block, constants, cancellation);
        clinic.All.Cancellation = cancellation;
        foreach (var table in plan.Tables)
        {
            files.Add(clinic.All, "truth", table.Name, $"SELECT * FROM {table.In("truth")}", csv: false);
            if (!writing.Csv && !clinic.Changed.Contains(table))
            {
                var (_, path, rows) = files.Parts[^1];
                files.Parts.Add(($"record/{table.Name}.parquet", path, rows)); // the same bytes
                continue;
            }

            files.Add(clinic.All, "record", table.Name, $"SELECT * FROM {table.In("record")}", writing.Csv);
        }

        files.Add(clinic.All, "truth", LedgerFile.Name, LedgerFile.Query(plan.Process.Select(one => one.Mechanism)), csv: false);
        return files;
    }

    void Add(Dataset clinic, string side, string table, Sql query, bool csv)
    {
        var name = $"{table}.{(csv ? "csv" : "parquet")}";
        var path = Path.Combine(_folder, $"{side}-{name}");
        var form = csv ? "FORMAT csv, HEADER false" : "FORMAT parquet, ROW_GROUP_SIZE 1000000";
        clinic.Execute($"COPY ({query}) TO {path} ({Sql.Raw(form)})");
        Parts.Add(($"{side}/{name}", path, (long)clinic.Number($"SELECT count(*) FROM ({query})")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

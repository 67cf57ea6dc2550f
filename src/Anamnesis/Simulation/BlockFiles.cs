using System.Globalization;
using Anamnesis.Engines;
using Anamnesis.Simulation.Styles;

namespace Anamnesis.Simulation;

/// <summary>The files of one block, waiting to be joined; deleted when disposed.</summary>
sealed class BlockFiles : IDisposable
{
    const int RowGroup = 61_440; // rows, a multiple of 2,048: small buffers are used again, great ones are asked for anew

    readonly string _folder;

    BlockFiles(string folder, int patients) => (_folder, Patients) = (folder, patients);

    internal int Patients { get; }

    /// <summary>Rows by the name of the file that they go to.</summary>
    internal List<(string Name, string Path, long Rows)> Parts { get; } = [];

    internal static BlockFiles Write(ClinicPlan plan, Block block, BlockEngine engine, string folder, ClinicWriting writing, Constants constants, ClosedColumns closed, CancellationToken cancellation)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "block-" + block.First.ToString(CultureInfo.InvariantCulture))).FullName;
        var files = new BlockFiles(place, block.Patients);
        using var clinic = Clinic.Open(plan, block, engine, constants, closed, files.Truth, cancellation);
        var changed = clinic.Changed;
        foreach (var table in plan.Tables)
        {
            if (!writing.Csv && plan.Style == NamingStyle.English && !changed.Contains(table.Name))
            {
                var (_, path, rows) = files.Parts.Single(part => part.Name == $"truth/{table.Name}.parquet");
                files.Parts.Add(($"record/{table.Name}.parquet", path, rows)); // the same bytes
                continue;
            }

            files.Add(clinic.All, "record", plan.Style.Table(table.Name), plan.Style.Query(table, table.In("record"), writing.Csv), writing.Csv ? plan.Style : null);
        }

        files.Add(clinic.All, "truth", LedgerFile.Name, LedgerFile.Query(plan.Process.Select(one => one.Mechanism)), csv: null);
        return files;
    }

    Sql Truth(Clinic clinic, ClinicTable table)
    {
        Add(clinic.All, "truth", table.Name, $"SELECT * FROM {table.In("record")}", csv: null);
        return $"SELECT * FROM read_parquet({Parts[^1].Path})";
    }

    void Add(Dataset clinic, string side, string table, Sql query, NamingStyle? csv)
    {
        var name = $"{table}.{(csv is null ? "parquet" : "csv")}";
        var path = Path.Combine(_folder, $"{side}-{name}");
        var form = csv is not null ? $"FORMAT csv, {csv.Csv}" : $"FORMAT parquet, ROW_GROUP_SIZE {RowGroup}, DICTIONARY_SIZE_LIMIT 5000, WRITE_BLOOM_FILTER false";
        clinic.Execute($"COPY ({query}) TO {path} ({Sql.Raw(form)})");
        Parts.Add(($"{side}/{name}", path, (long)clinic.Number(csv is not null ? (Sql)$"SELECT count(*) FROM ({query})" : (Sql)$"SELECT count(*) FROM read_parquet({path})")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

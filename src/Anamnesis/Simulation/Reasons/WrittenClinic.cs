using System.Text.Json.Nodes;
using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Simulation.Styles;

namespace Anamnesis.Simulation.Reasons;

/// <summary>A clinic in a folder: its record, its truth and the ledger between them.</summary>
sealed class WrittenClinic : IDisposable
{
    readonly string _folder;
    readonly bool _csv;

    WrittenClinic(string folder, JsonNode manifest)
    {
        (_folder, _csv, Manifest) = (folder, (string?)manifest["format"] == "csv", manifest);
        Style = NamingStyle.Find((string?)manifest["style"] ?? NamingStyle.English.Id);
        Tables = [.. ClinicTables.All.Where(table => File.Exists(Place("truth", $"{table.Name}.parquet")))];
        Engine = DuckDb.Empty(folder);
    }

    /// <summary>What made it, as it was written.</summary>
    internal JsonNode Manifest { get; }

    internal NamingStyle Style { get; }

    internal IReadOnlyList<ClinicTable> Tables { get; }

    internal Dataset Engine { get; }

    /// <summary>Opens a folder that <c>simulate</c> wrote.</summary>
    /// <exception cref="AnamnesisException">It is none.</exception>
    internal static WrittenClinic Open(string folder)
    {
        var manifest = Path.Combine(folder, ClinicManifest.Name);
        if (!File.Exists(manifest))
        {
            throw new AnamnesisException($"'{folder}' is no simulated clinic: there is no {ClinicManifest.Name} in it. Give the folder that 'anamnesis simulate --out' wrote.");
        }

        return WrittenJson.Read(manifest, "what made the clinic", "Simulate the clinic anew.", root => root is { } read && (string?)read["schema"] == ClinicManifest.Schema ? new WrittenClinic(folder, read)
            : throw new AnamnesisException($"'{manifest}' is not of the form {ClinicManifest.Schema}. Simulate the clinic anew."));
    }

    internal Sql Truth(ClinicTable table) => Read(Place("truth", $"{table.Name}.parquet"));

    internal Sql Ledger => Read(Place("truth", $"{LedgerFile.Name}.parquet"));

    /// <summary>The record with the columns' own names; every value as it stands there.</summary>
    internal Sql Record(ClinicTable table)
    {
        var path = Place("record", $"{Style.Table(table.Name)}.{(_csv ? "csv" : "parquet")}");
        return _csv ? (Sql)$"read_csv({path}, header = true, all_varchar = true, delim = {Style.Delimiter.ToString()}, quote = '\"', escape = '\"')" : Read(path);
    }

    static Sql Read(string path) => File.Exists(path) ? (Sql)$"read_parquet({path})" : throw new AnamnesisException($"'{path}' is missing: the clinic is not whole. Simulate it anew.");

    string Place(string side, string name) => Path.Combine(_folder, side, name);

    public void Dispose() => Engine.Dispose();
}

using System.Text.Json.Nodes;

namespace Anamnesis.Simulation;

/// <summary>A clinic written to a folder.</summary>
public sealed class ClinicFolderTests : IDisposable
{
    static readonly ClinicPlan Plan = new(11, 1300, [("terminal-digit-preference", 0.5), ("interface-resend-duplicate", 0.3), ("paper-only-result", 0.4), ("censored-or-ranged-result", 0.3)]);

    readonly string _folder = Directory.CreateTempSubdirectory("anamnesis-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Same_seed_same_bytes_on_any_number_of_processors()
    {
        var several = Plan with { Patients = Block.Most + 200 }; // blocks, of which the second waits for what the first one reads
        Write(several, new ClinicWriting(At("one")) { Processors = 1 });
        Write(several, new ClinicWriting(At("three")) { Processors = 3 });
        Assert.Equal(File.ReadAllText(At("one", "manifest.json")), File.ReadAllText(At("three", "manifest.json")));
        Write(Plan with { Seed = 12 }, new ClinicWriting(At("other")));
        Assert.NotEqual(Hash("one", "record/labs.parquet"), Hash("other", "record/labs.parquet"));
    }

    [Fact]
    public void The_manifest_says_that_the_record_is_synthetic_and_holds_the_hash_of_every_file()
    {
        Write(Plan, new ClinicWriting(At("clinic")) { Csv = true });
        var manifest = JsonNode.Parse(File.ReadAllText(At("clinic", "manifest.json")))!;
        Assert.Contains("Synthetic and deliberately messy", (string?)manifest["label"], StringComparison.Ordinal);
        foreach (var file in manifest["files"]!.AsArray())
        {
            using var stream = File.OpenRead(At("clinic", (string)file!["name"]!));
            Assert.Equal((string?)file["sha256"], Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream)));
        }
    }

    [Fact]
    public void A_folder_that_is_there_is_never_overwritten_unasked()
    {
        Write(Plan with { Patients = 20 }, new ClinicWriting(At("clinic")));
        Assert.Contains("--force", Assert.Throws<AnamnesisException>(() => Write(Plan, new ClinicWriting(At("clinic")))).Message, StringComparison.Ordinal);
        Assert.Equal(20, Write(Plan with { Patients = 20 }, new ClinicWriting(At("clinic")) { Force = true }).Single(file => file.Name == "record/patients.parquet").Rows);
        Directory.CreateDirectory(At("mine"));
        File.WriteAllText(At("mine", "work.txt"), "kept");
        Assert.Throws<AnamnesisException>(() => Write(Plan, new ClinicWriting(At("mine")) { Force = true }));
        Assert.True(File.Exists(At("mine", "work.txt")));
    }

    [Fact]
    public void Stopped_half_way_it_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        var watch = new Stopping(stop);
        Assert.Throws<OperationCanceledException>(() => ClinicFolder.Write(Plan with { Patients = 5000 }, new ClinicWriting(At("clinic")), watch, stop.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told()
    {
        var refused = Assert.Throws<AnamnesisException>(() => Write(Plan, new ClinicWriting("/dev/full/clinic")));
        Assert.Contains("--out", refused.Message, StringComparison.Ordinal);
    }

    static IReadOnlyList<ClinicFile> Write(ClinicPlan plan, ClinicWriting writing) => ClinicFolder.Write(plan, writing, null, TestContext.Current.CancellationToken);

    string At(params string[] parts) => Path.Combine([_folder, .. parts]);

    string? Hash(string clinic, string name) => (string?)JsonNode.Parse(File.ReadAllText(At(clinic, "manifest.json")))!["files"]!.AsArray().Single(file => (string?)file!["name"] == name)!["sha256"];

    sealed class Stopping(CancellationTokenSource stop) : IProgress<Engines.Step>
    {
        public void Report(Engines.Step value) => stop.Cancel();
    }
}

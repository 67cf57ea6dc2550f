using Anamnesis.Engines;
using Anamnesis.Mechanisms;

namespace Anamnesis.Simulation;

/// <summary>Words that are numbers to the engine change nothing: a clinic written to files has the record and the ledger of the same clinic in memory, which has texts.</summary>
public sealed class ClosedColumnLaws : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("anamnesis-tests-").FullName;

    public static TheoryData<string> Ids => [.. Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_mechanism_leaves_the_same_record_in_files_and_in_memory(string id)
    {
        var narrow = new ClinicPlan(3, 12, [(id, 1)]);
        Same(narrow with { Wide = Clinic.Acts(narrow, narrow.Process, (_, query) => $"({query})")[0].Changes.Count == 0 }); // five tables where they are enough
    }

    [Fact]
    public void So_does_the_usual_process() => Same(ClinicPlan.Read("80", "2016-2023", "3") with { Levers = Levers.ClinicProcess.Usual });

    void Same(ClinicPlan plan)
    {
        ClinicFolder.Write(plan, new ClinicWriting(Path.Combine(_folder, "clinic")), cancellation: TestContext.Current.CancellationToken);
        using var clinic = Clinic.Open(plan, TestContext.Current.CancellationToken);
        foreach (var table in plan.Tables)
        {
            Assert.Equal(Rows(clinic.All, $"FROM {table.In("record")}"), Rows(clinic.All, $"FROM read_parquet({Path.Combine(_folder, "clinic", "record", table.Name + ".parquet")})"));
        }

        Assert.Equal(
            Rows(clinic.All, $"SELECT CAST(tab AS VARCHAR), row_id, CAST(col AS VARCHAR), before, after, CAST(mechanism AS VARCHAR), place FROM ledger"),
            Rows(clinic.All, $"SELECT table_name, row_id, column_name, before, after, mechanism, place FROM read_parquet({Path.Combine(_folder, "clinic", "truth", "ledger.parquet")})"));
    }

    /// <summary>How many rows there are and the sum of their hashes: rows in any order are told apart by it.</summary>
    static (long, string?) Rows(Dataset dataset, Sql query) => dataset.Row($"SELECT count(*), CAST(sum(hash(every)) AS VARCHAR) FROM ({query}) AS every", row => (row.CountAt(0), row.TextAt(1)));
}

using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using Anamnesis.Simulation.Rows;
using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>A simulated clinic: its truth, and the record that its documentation process left of it.</summary>
/// <remarks>The tables are described in <c>docs/clinic.md</c>. Same plan and version, same bytes. Dispose closes its database.</remarks>
public sealed class Clinic : IDisposable
{
    readonly DuckDBConnection _connection;
    readonly Action _close;
    readonly Constants _constants;
    readonly bool _first;

    Clinic(ClinicPlan plan, Block block, DuckDBConnection connection, Action close, Constants constants)
    {
        Plan = plan;
        (_first, _constants, _connection, _close) = (block.First == 1, constants, connection, close);
        All = new Dataset("clinic", "duckdb", DuckDb.Dialect, _connection, canKeep: true);
    }

    /// <summary>An engine that simulates: order is kept, draws are known, nothing is written to disk on the way.</summary>
    internal static DuckDBConnection Engine(out Action close)
    {
        var connection = DuckDb.Open(null, out close);
        using var command = connection.CreateCommand();
        command.CommandText = "SET preserve_insertion_order = true; SET checkpoint_threshold = '1TB'";
        command.ExecuteNonQuery();
        Draws.Register(connection);
        return connection;
    }

    /// <summary>What was asked for.</summary>
    public ClinicPlan Plan { get; }

    /// <summary>Truth, record and ledger, for labs and for measuring accuracy; detectors see <see cref="Record(string)"/> only.</summary>
    public Dataset All { get; }

    /// <summary>Simulates a clinic.</summary>
    public static Clinic Open(ClinicPlan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Open(plan, Block.Whole(plan.Patients), new Constants(), cancellation);
    }

    /// <summary>Simulates one block on one processor: the truth is handed over to be written down, which gives the query that reads it, and becomes the record.</summary>
    internal static Clinic Open(ClinicPlan plan, Block block, BlockEngine engine, Constants constants, ClosedColumns closed, Func<Clinic, ClinicTable, Sql> keep, CancellationToken cancellation)
    {
        var clinic = new Clinic(plan, block, engine.Enter(out var leave), leave, constants);
        try
        {
            clinic.All.Cancellation = cancellation;
            ClinicTruth.Write(clinic._connection, plan, block, "record", closed, engine.Pages, cancellation);
            foreach (var table in plan.Tables)
            {
                clinic.All.Execute($"CREATE VIEW {table.In("truth")} AS {keep(clinic, table)}");
            }

            Ledger.Write(clinic.All, clinic.Acts(plan.Process));
            return clinic;
        }
        catch
        {
            clinic.Dispose();
            throw;
        }
    }

    static Clinic Open(ClinicPlan plan, Block block, Constants constants, CancellationToken cancellation)
    {
        var clinic = new Clinic(plan, block, Engine(out var close), close, constants);
        try
        {
            clinic.All.Cancellation = cancellation;
            DuckDb.OneThreadIf(clinic.All, plan.Patients <= Block.Few);
            ClinicTruth.Write(clinic._connection, plan, block, "truth", ClosedColumns.None, new SparePages(), cancellation);
            clinic.Rewrite(plan.Process);
            clinic.All.Cancellation = default;
            return clinic;
        }
        catch
        {
            clinic.Dispose();
            throw;
        }
    }

    /// <summary>Writes the record anew from the same truth, with other mechanisms; reality first, then in the order given.</summary>
    public void Rewrite(IReadOnlyList<(string Mechanism, double Severity)> distortions)
    {
        ArgumentNullException.ThrowIfNull(distortions);
        Rewrite(ClinicPlan.Everywhere(distortions));
    }

    /// <summary>Writes the record anew from the same truth; reality first, then in the order given.</summary>
    internal void Rewrite(IEnumerable<Distortion> process)
    {
        All.Execute($"DROP SCHEMA IF EXISTS record CASCADE");
        All.Execute($"CREATE SCHEMA record");
        foreach (var table in Plan.Tables)
        {
            All.Execute($"CREATE VIEW {table.In("record")} AS SELECT * FROM {table.In("truth")}");
        }

        var acts = Acts(process);
        foreach (var table in Plan.Tables.Where(table => acts.Any(act => act.Changes.Any(change => change.Table == table))))
        {
            All.Execute($"DROP VIEW {table.In("record")}");
            All.Execute($"CREATE TABLE {table.In("record")} AS SELECT * FROM {table.In("truth")}");
        }

        Ledger.Write(All, acts);
    }

    IReadOnlyList<Act> Acts(IEnumerable<Distortion> process) => Acts(Plan, process, (place, constant) => _constants.Of(All, _first, place, constant));

    /// <summary>What a process does to a record, reality first; constants of the clinic are asked for by the place of an act and a query.</summary>
    internal static IReadOnlyList<Act> Acts(ClinicPlan plan, IEnumerable<Distortion> process, Func<int, Sql, Sql> once) =>
        [.. process.OrderBy(one => Pages.Find(one.Mechanism)?.Verdict == "reality" ? 0 : 1).Index()
            .Select(one => new Act(one.Item, one.Index, Statements(plan, one.Item, constant => once(one.Index, constant)), plan.Tables))];

    /// <summary>The tables that a mechanism changed; the others are their truth.</summary>
    internal IReadOnlyList<string> Changed => All.Rows($"SELECT DISTINCT tab FROM ledger", row => row.TextAt(0)!); // never null

    static IReadOnlyList<Sql> Statements(ClinicPlan plan, Distortion distortion, Func<Sql, Sql> once) =>
        Catalog.Of<IMechanism>().Single(mechanism => mechanism.Id == distortion.Mechanism).Distort(new Setting(distortion.Severity, table => Draws.Of(plan.Seed, distortion.Mechanism, table))
        {
            From = distortion.From,
            To = distortion.To,
            Once = once,
            Tables = [.. plan.Tables.Select(table => table.Recorded)],
        });

    /// <summary>The record as a data set to examine: no row ids, no truth. It is a view of this clinic; disposing it leaves the clinic open.</summary>
    public Dataset Record(string address) => Record(address, _ => true);

    /// <summary>The same of some tables, told by their names.</summary>
    internal Dataset Record(string address, Func<string, bool> asked) => ClinicRecord.Of(this, address, _connection, asked);

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _close();
    }
}

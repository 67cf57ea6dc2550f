using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>A simulated clinic: its truth, and the record that its documentation process left of it.</summary>
/// <remarks>The tables are described in <c>docs/clinic.md</c>. Same plan and version, same bytes. Dispose closes its database.</remarks>
public sealed class Clinic : IDisposable
{
    readonly DuckDBConnection _connection;
    readonly Action _close;
    int _draws;

    Clinic(ClinicPlan plan)
    {
        Plan = plan;
        _connection = DuckDb.Open(null, out _close);
        using var command = _connection.CreateCommand();
        command.CommandText = "SET preserve_insertion_order = true";
        command.ExecuteNonQuery();
        All = new Dataset("clinic", "duckdb", DuckDb.Dialect, _connection, canKeep: true);
    }

    /// <summary>What was asked for.</summary>
    public ClinicPlan Plan { get; }

    /// <summary>Truth, record and ledger, for labs and for measuring accuracy; detectors see <see cref="Record"/> only.</summary>
    public Dataset All { get; }

    /// <summary>Simulates a clinic.</summary>
    public static Clinic Open(ClinicPlan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var clinic = new Clinic(plan);
        try
        {
            ClinicTruth.Write(clinic._connection, plan, cancellation);
            clinic.Rewrite(plan.Distortions);
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
        foreach (var table in ClinicTruth.Tables)
        {
            All.Execute($"CREATE OR REPLACE TABLE {Sql.Raw("record." + table)} AS SELECT * FROM {Sql.Raw("truth." + table)} ORDER BY row_id");
        }

        Ledger.Clear(All);
        foreach (var (id, severity) in distortions.OrderBy(one => Pages.Find(one.Mechanism)?.Verdict == "reality" ? 0 : 1))
        {
            var mechanism = Catalog.Of<IMechanism>().Single(mechanism => mechanism.Id == id);
            Ledger.Before(All);
            foreach (var statement in mechanism.Distort(new Setting(severity, table => Draws(id, table))))
            {
                All.Execute(statement);
            }

            Ledger.After(All, id);
        }
    }

    /// <summary>The record as a data set to examine: no row ids, no truth. It is a view of this clinic; disposing it leaves the clinic open.</summary>
    public Dataset Record(string address) => ClinicRecord.Of(this, address, _connection);

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _close();
    }

    /// <summary>A fresh table of draws for every call: four uniforms a row, from the seed, the mechanism and the row's id.</summary>
    Sql Draws(string mechanism, string table)
    {
        var name = $"u{_draws++}";
        All.Execute($"CREATE TABLE draws.{new Name(name)} (row_id BIGINT, u1 DOUBLE, u2 DOUBLE, u3 DOUBLE, u4 DOUBLE)");
        var rows = All.Rows($"SELECT row_id FROM {Sql.Raw("record." + table)} ORDER BY row_id", row => row.CountAt(0));
        using var appender = _connection.CreateAppender("draws", name);
        foreach (var row in rows)
        {
            var draw = Draw.For(Plan.Seed, $"{mechanism}/{table}", row);
            appender.CreateRow().AppendValue(row).AppendValue(draw.Uniform()).AppendValue(draw.Uniform()).AppendValue(draw.Uniform()).AppendValue(draw.Uniform()).EndRow();
        }

        return $"draws.{new Name(name)}";
    }
}

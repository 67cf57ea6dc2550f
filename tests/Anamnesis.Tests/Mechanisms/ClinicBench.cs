using Anamnesis.Engines;
using Anamnesis.Examinations;
using Anamnesis.Simulation;

namespace Anamnesis.Mechanisms;

/// <summary>One clinic, its record written anew for every question; every examination is kept for all laws that need it.</summary>
[CollectionDefinition(nameof(ClinicBench))]
public sealed class ClinicBench : IDisposable, ICollectionFixture<ClinicBench>
{
    internal const double Strong = 0.6;
    internal const double Weak = 0.3;

    /// <summary>What acts on a few days shows only where days hold many rows.</summary>
    const string Brief = "interface-outage-gap";

    /// <summary>Tables that are examined whatever changed: all others refer to them. The rest is as in the truth, which a law of its own looks at.</summary>
    static readonly HashSet<string> Always = new(StringComparer.Ordinal) { "patients", "stays" };

    readonly Clinic _small = Clinic.Open(new ClinicPlan(2, 700, []));
    readonly Clinic _large = Clinic.Open(new ClinicPlan(2, 2000, []));
    readonly Lazy<Clinic> _wide = new(() => Clinic.Open(new ClinicPlan(2, 400, []) { Wide = true }));
    readonly Dictionary<string, Kept> _examined = new(StringComparer.Ordinal);

    public void Dispose()
    {
        _small.Dispose();
        _large.Dispose();
        if (_wide.IsValueCreated)
        {
            _wide.Value.Dispose();
        }
    }

    internal (double Own, double Others) Ledger(string id, double severity) => Of((id, severity)) is var kept ? (kept.Own, kept.Others) : default;

    internal IReadOnlyList<string> Likely(params (string Mechanism, double Severity)[] acting) =>
        [.. Of(acting).Examination.Diagnoses.Select(diagnosis => diagnosis.Likely?.Mechanism).OfType<string>().Distinct()];

    internal double Probability(string id, double severity) =>
        Of((id, severity)).Examination.Diagnoses.SelectMany(diagnosis => diagnosis.Differential).Where(candidate => candidate.Mechanism == id).Select(candidate => candidate.Probability).DefaultIfEmpty(0).Max();

    internal Examination Examination(params (string Mechanism, double Severity)[] acting) => Of(acting).Examination;

    Kept Of(params (string Mechanism, double Severity)[] acting)
    {
        var key = string.Join(',', acting);
        if (!_examined.TryGetValue(key, out var kept))
        {
            var id = acting is [var (mechanism, _), ..] ? mechanism : string.Empty;
            var clinic = acting.Any(act => NeedsAll(act.Mechanism)) ? _wide.Value : id == Brief ? _large : _small;
            clinic.Rewrite(acting);
            var (all, changed) = (IsAll(clinic, acting), clinic.Changed);
            using var record = clinic.Record("clinic", table => all || Always.Contains(table) || changed.Contains(table) || Reads(id, table));
            _examined[key] = kept = new Kept(
                Examiner.Examine(record),
                clinic.All.Number($"SELECT count(*) FROM ledger WHERE mechanism = {id}"),
                clinic.All.Number($"SELECT count(*) FROM ledger WHERE mechanism <> {id}"));
        }

        return kept;
    }

    /// <summary>A mechanism that finds nothing to act on in a small clinic.</summary>
    static bool NeedsAll(string id) => Statements(id, ClinicTables.Core).Count == 0;

    /// <summary>The truth is looked at as a whole, and so is a small clinic in which patients or stays came or went: what refers to them may be orphaned.</summary>
    static bool IsAll(Clinic clinic, (string, double)[] acting) => !clinic.Plan.Wide
        && (acting.Length == 0 || clinic.All.Number($"SELECT count(*) FROM ledger WHERE col = '*' AND tab IN ({Sql.Join(", ", Always.Select(table => (Sql)$"{table}"))})") > 0);

    /// <summary>A mechanism that acts on one table by what stands in another.</summary>
    static bool Reads(string id, string table) => id.Length > 0 && Statements(id, ClinicTables.All).Any(statement => statement.Text.Contains($"record.{table} ", StringComparison.Ordinal));

    /// <summary>How a mechanism acts in a clinic with these tables.</summary>
    internal static IReadOnlyList<Sql> Statements(string id, IReadOnlyList<ClinicTable> tables) => Catalog.Of<IMechanism>().Single(mechanism => mechanism.Id == id)
        .Distort(new Setting(Strong, table => Sql.Raw(table)) { Tables = [.. tables.Select(table => table.Recorded)] });

    sealed record Kept(Examination Examination, double Own, double Others);
}

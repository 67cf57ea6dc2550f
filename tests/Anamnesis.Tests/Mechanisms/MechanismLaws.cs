using Anamnesis.Examinations;
using Anamnesis.Knowledge;
using Anamnesis.Simulation;

namespace Anamnesis.Mechanisms;

/// <summary>What holds for every mechanism, measured on one clinic whose truth is known.</summary>
[Trait("speed", "slow")]
public sealed class MechanismLaws(MechanismLaws.Bench bench) : IClassFixture<MechanismLaws.Bench>
{
    const double Strong = 0.6;
    const double Weak = 0.3;

    public static TheoryData<string> Ids => [.. Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id)];

    [Fact]
    public void Nothing_is_likely_in_the_truth() => Assert.Empty(bench.Likely());

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_likely_where_it_acted(string id) => Assert.Contains(id, bench.Likely((id, Strong)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_not_likely_where_a_rival_acted(string id)
    {
        var rivals = Pages.Find(id)?.Rivals.Select(rival => rival.Id).Where(rival => Ids.Any(row => row.Data == rival)) ?? [];
        Assert.Equal(string.Empty, string.Join(", ", rivals.Where(rival => bench.Likely((rival, Strong)).Contains(id))));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_does_not_fade_with_severity(string id) =>
        Assert.True(bench.Probability(id, Strong) >= bench.Probability(id, Weak) - 0.05, $"{bench.Probability(id, Weak):0.00} at {Weak}, {bench.Probability(id, Strong):0.00} at {Strong}");

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_ledger_names_it_for_every_changed_cell(string id)
    {
        var (own, others) = bench.Ledger(id, Strong);
        Assert.True(own > 0);
        Assert.Equal(0, others);
    }

    /// <summary>One clinic, its record written anew for every question; every examination is kept.</summary>
    public sealed class Bench : IDisposable
    {
        /// <summary>Mechanisms that act on a few days show only where days hold many rows.</summary>
        static readonly HashSet<string> Brief = new(StringComparer.Ordinal) { "interface-outage-gap", "extract-window-truncation" };

        readonly Clinic _small = Clinic.Open(new ClinicPlan(2, 1000, []));
        readonly Clinic _large = Clinic.Open(new ClinicPlan(2, 2000, []));
        readonly Dictionary<string, (IReadOnlyList<Diagnosis> Diagnoses, double Own, double Others)> _examined = new(StringComparer.Ordinal);

        public void Dispose()
        {
            _small.Dispose();
            _large.Dispose();
        }

        internal (double Own, double Others) Ledger(string id, double severity) => Examine((id, severity)) is var (_, own, others) ? (own, others) : default;

        internal IReadOnlyList<string> Likely(params (string Mechanism, double Severity)[] acting) =>
            [.. Examine(acting).Diagnoses.Select(diagnosis => diagnosis.Likely?.Mechanism).OfType<string>().Distinct()];

        internal double Probability(string id, double severity) =>
            Examine((id, severity)).Diagnoses.SelectMany(diagnosis => diagnosis.Differential).Where(candidate => candidate.Mechanism == id).Select(candidate => candidate.Probability).DefaultIfEmpty(0).Max();

        (IReadOnlyList<Diagnosis> Diagnoses, double Own, double Others) Examine(params (string Mechanism, double Severity)[] acting)
        {
            var key = string.Join(',', acting);
            if (!_examined.TryGetValue(key, out var examined))
            {
                var id = acting is [var (mechanism, _), ..] ? mechanism : string.Empty;
                var clinic = Brief.Contains(id) ? _large : _small;
                clinic.Rewrite(acting);
                using var record = clinic.Record("clinic");
                _examined[key] = examined = (
                    Examiner.Examine(record).Diagnoses,
                    clinic.All.Number($"SELECT count(*) FROM ledger WHERE mechanism = {id}"),
                    clinic.All.Number($"SELECT count(*) FROM ledger WHERE mechanism <> {id}"));
            }

            return examined;
        }
    }
}

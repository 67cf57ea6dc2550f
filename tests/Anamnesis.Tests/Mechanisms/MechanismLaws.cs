using Anamnesis.Knowledge;
using Anamnesis.Simulation;

namespace Anamnesis.Mechanisms;

/// <summary>What holds for every mechanism, measured on one clinic whose truth is known.</summary>
[Trait("speed", "slow")]
[Collection(nameof(ClinicBench))]
public sealed class MechanismLaws(ClinicBench bench)
{
    public static TheoryData<string> Ids => [.. Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id)];

    [Fact]
    public void Nothing_is_likely_in_the_truth() => Assert.Empty(bench.Likely());

    /// <summary>What a table cannot carry has to be named here with its reason; the laws below ask every other mechanism to act.</summary>
    [Fact]
    public void Every_mechanism_can_act_in_the_tables_of_a_clinic() => Assert.Equal(string.Empty, string.Join(", ", Ids.Select(row => row.Data).Where(id => ClinicBench.Statements(id, ClinicTables.All).Count == 0)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_likely_where_it_acted(string id) => Assert.Contains(id, bench.Likely((id, ClinicBench.Strong)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_not_likely_where_a_rival_acted(string id)
    {
        var rivals = Pages.Find(id)?.Rivals.Select(rival => rival.Id).Where(rival => Ids.Any(row => row.Data == rival)) ?? [];
        Assert.Equal(string.Empty, string.Join(", ", rivals.Where(rival => bench.Likely((rival, ClinicBench.Strong)).Contains(id))));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_does_not_fade_with_severity(string id) =>
        Assert.True(bench.Probability(id, ClinicBench.Strong) >= bench.Probability(id, ClinicBench.Weak) - 0.05, $"{bench.Probability(id, ClinicBench.Weak):0.00} at {ClinicBench.Weak}, {bench.Probability(id, ClinicBench.Strong):0.00} at {ClinicBench.Strong}");

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_ledger_names_it_for_every_changed_cell(string id)
    {
        var (own, others) = bench.Ledger(id, ClinicBench.Strong);
        Assert.True(own > 0);
        Assert.Equal(0, others);
    }
}

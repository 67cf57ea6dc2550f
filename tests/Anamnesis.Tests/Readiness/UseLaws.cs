using Anamnesis.Knowledge;
using CsCheck;

namespace Anamnesis.Readiness;

/// <summary>How the gates of a use make its level, whatever they are.</summary>
public sealed class UseLaws
{
    static readonly IReadOnlyList<string> Dimensions = [.. Catalog.Of<IDimension>().Select(dimension => dimension.Id)];

    static readonly Gen<IReadOnlyList<Gate>> Gates = Gen.Int[0, 4].Array[Dimensions.Count].Select(levels =>
        (IReadOnlyList<Gate>)[.. levels.Select((level, place) => new Gate(Dimensions[place], level, [], "It was measured.", level == 0 ? "it could not be" : null))]);

    public static TheoryData<string> Ids => [.. Catalog.Of<IUse>().Select(use => use.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_level_is_the_least_of_the_assessed_gates_and_at_most_usable_while_one_is_open(string id) => Gates.Sample(gates =>
    {
        var fitness = Use(id).Judge(gates);
        var assessed = fitness.Gates.Where(gate => gate.Level > 0).Select(gate => gate.Level).DefaultIfEmpty(0).Min();
        return fitness.Use == id && fitness.Level == (fitness.Gates.Any(gate => gate.Level == 0) ? Math.Min(assessed, 2) : assessed);
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_never_rises_when_a_gate_falls(string id) => Gen.Select(Gates, Gen.Int[0, Dimensions.Count - 1]).Sample((gates, place) =>
    {
        var lower = gates.Select((gate, at) => at == place && gate.Level > 1 ? gate with { Level = gate.Level - 1 } : gate).ToList();
        return Use(id).Judge(lower).Level <= Use(id).Judge(gates).Level;
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_says_which_gate_stays_below_what_it_needs(string id) => Gates.Sample(gates =>
    {
        var fitness = Use(id).Judge(gates);
        var below = ReadinessTable.Gates(id).Where(need => fitness.Gates.Single(gate => gate.Dimension == need.Dimension).Level is var level && level < need.Least && (level < 2 || fitness.Level > 1));
        return fitness.Level == 0 || below.All(need => fitness.Says.Contains(need.Dimension, StringComparison.Ordinal));
    });

    [Fact]
    public void The_table_knows_every_part_and_names_nothing_unknown()
    {
        Assert.All(Catalog.Of<IUse>(), use => Assert.NotEmpty(ReadinessTable.Gates(use.Id)));
        Assert.All(Catalog.Of<IUse>().SelectMany(use => ReadinessTable.Gates(use.Id)), gate =>
        {
            Assert.Contains(gate.Dimension, Dimensions);
            Assert.InRange(gate.Least, 1, 4);
        });
        Assert.All(Dimensions, dimension => Assert.NotEmpty(ReadinessTable.Mechanisms(dimension)));
        var known = Embedded.Text("catalogue.csv").Split('\n').Select(line => line.Split(',')[0]).Append("all").ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Dimensions.SelectMany(ReadinessTable.Mechanisms).Except(known));
    }

    static IUse Use(string id) => Catalog.Of<IUse>().Single(use => use.Id == id);
}

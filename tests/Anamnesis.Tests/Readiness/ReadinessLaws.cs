using Anamnesis.Examinations;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;

namespace Anamnesis.Readiness;

/// <summary>What holds for every dimension and every use.</summary>
[Trait("speed", "slow")]
[Collection(nameof(ClinicBench))]
public sealed class ReadinessLaws(ClinicBench bench)
{
    public static TheoryData<string> Dimensions => [.. Catalog.Of<IDimension>().Select(dimension => dimension.Id)];

    public static TheoryData<string> Mechanisms => [.. Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id)];

    /// <summary>Every dimension with every mechanism that it names and that is built; what reflects reality is no fault of the data.</summary>
    public static TheoryData<string, string> Touched => new(
        from dimension in Catalog.Of<IDimension>()
        from mechanism in ReadinessTable.Mechanisms(dimension.Id)
        where Catalog.Of<IMechanism>().Any(built => built.Id == mechanism) && mechanism is not "not-applicable-by-design"
            && (Pages.Find(mechanism)?.Verdict != "reality" || dimension.Id == "completeness-explained") // what is missing is missing, also in reality
            && dimension.Id is not ("protection-and-permission" or "signal-quality") // whose level no data of tables can tell
        select (dimension.Id, mechanism));

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void The_truth_is_fit_and_what_cannot_be_assessed_is_named(string id)
    {
        var gate = Gate(id);
        Assert.True(gate.Level >= 3 || (gate.Level == 0 && gate.NotAssessed is not null), $"{gate.Level}: {gate.Says}");
        Assert.Empty(gate.Because);
    }

    [Theory]
    [MemberData(nameof(Touched))]
    public void Each_mechanism_that_it_names_lowers_it(string id, string mechanism)
    {
        var gate = Gate(id, (mechanism, ClinicBench.Strong));
        Assert.True(gate.Level > 0 && (gate.Level < Gate(id).Level || Gate(id).Level == 0), gate.Says);
        Assert.NotEmpty(gate.Because);
    }

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void No_level_rises_with_severity(string mechanism)
    {
        var (weak, strong) = (bench.Examination((mechanism, ClinicBench.Weak)), bench.Examination((mechanism, ClinicBench.Strong)));
        Assert.All(weak.Readiness.Zip(strong.Readiness), pair => Assert.True(pair.Second.Level <= pair.First.Level, $"{pair.First.Use}: {pair.First.Level}, then {pair.Second.Level}"));
        Assert.All(Gates(weak).Zip(Gates(strong)), pair => Assert.True(pair.Second.Level <= pair.First.Level || pair.First.Level == 0, $"{pair.First.Dimension}: {pair.First.Level}, then {pair.Second.Level}"));
    }

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void Every_reason_is_a_finding_of_the_examination(string mechanism)
    {
        var examination = bench.Examination((mechanism, ClinicBench.Strong));
        Assert.Empty(Gates(examination).SelectMany(gate => gate.Because).Except(examination.Diagnoses.Select(diagnosis => diagnosis.Finding.Id)));
        Assert.All(Gates(examination).Where(gate => gate.Level is 1 or 2 && gate.Dimension is not "provenance"), gate => Assert.NotEmpty(gate.Because));
        Assert.All(examination.Readiness, fitness => Assert.Equal(fitness.Gates.Where(gate => gate.NotAssessed is not null).Select(gate => gate.Dimension), fitness.NotAssessed.Select(line => line.Split(": ")[0])));
    }

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void It_is_said_in_sentences(string mechanism) => Assert.All(
        bench.Examination((mechanism, ClinicBench.Strong)).Readiness.SelectMany(fitness => fitness.Gates.Select(gate => gate.Says).Append(fitness.Says)),
        says => Assert.Matches(@"^[A-Z0-9].*\.$", says));

    [Fact]
    public void What_reflects_reality_makes_nothing_unfit() => Assert.All(
        Catalog.Of<IMechanism>().Where(mechanism => Pages.Find(mechanism.Id)?.Verdict == "reality"),
        mechanism => Assert.DoesNotContain(Gates(bench.Examination((mechanism.Id, ClinicBench.Strong))), gate => gate.Level == 1 && gate.Dimension != "documentation-and-dialogue"));

    Gate Gate(string id, params (string Mechanism, double Severity)[] acting) => Gates(bench.Examination(acting)).First(gate => gate.Dimension == id);

    static IEnumerable<Gate> Gates(Examination examination) => examination.Readiness.SelectMany(fitness => fitness.Gates).DistinctBy(gate => gate.Dimension).OrderBy(gate => gate.Dimension, StringComparer.Ordinal);
}

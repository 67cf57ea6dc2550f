using Anamnesis.Engines;
using Anamnesis.Simulation.Fidelity;
using Anamnesis.Simulation.Levers;

namespace Anamnesis.Simulation;

/// <summary>The clinic against published figures.</summary>
public sealed class FidelityTests
{
    [Fact]
    public void Every_figure_is_measured_and_has_a_published_source()
    {
        var known = Knowledge.Embedded.Text("references.yaml");
        using var clinic = Clinic.Open(new ClinicPlan(5, 300, []) { Wide = true, Levers = ClinicProcess.Usual }, TestContext.Current.CancellationToken);
        var figures = Figures.Of(clinic.Plan);
        Assert.True(figures.Count >= 30);
        Assert.All(figures, figure => Assert.Contains(figure.Source, known, StringComparison.Ordinal));
        Assert.All(figures, figure => Assert.True(clinic.All.Row(figure.Query, row => row.NumberAt(0)) is >= 0, figure.Says));
    }
}

using System.Globalization;
using System.Text;

namespace Anamnesis.Simulation.Fidelity;

/// <summary>The simulated clinic against published figures, as Markdown: what is off, and by how much.</summary>
static class FidelityCard
{
    const double Near = 0.1; // of the cited figure

    internal static string Text(Clinic clinic)
    {
        var plan = clinic.Plan;
        var measured = Figures.Of(plan).Select(figure => (Figure: figure, Value: clinic.All.Number(figure.Query))).ToList();
        var off = measured.Where(one => IsOff(one.Figure, one.Value)).OrderByDescending(one => Math.Abs((one.Value / one.Figure.Cited) - 1)).ToList();
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # How near the simulated clinic is to what was published

            Made by `anamnesis bench fidelity --patients {plan.Patients} > docs/fidelity.md`: seed {plan.Seed}, {plan.FirstYear} to {plan.LastYear}, the usual documentation process. Only figures with a
            published source are here; what the simulator takes as a default is not, for there is nothing to hold it against. *Off* means further from the figure
            than a tenth of it. Cohorts differ from hospitals' records, so no figure is to be met exactly.

            {measured.Count - off.Count} of {measured.Count} figures are within a tenth. The furthest: {string.Join("; ", off.Take(5).Select(one => $"{one.Figure.Says} ({Written(one.Figure, one.Value)}, published {Written(one.Figure, one.Figure.Cited)})"))}.

            | | figure | published | source | simulated | off by |
            |---|---|---:|---|---:|---:|

            """);
        foreach (var (figure, value) in measured)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {figure.About} | {figure.Says} | {Written(figure, figure.Cited)} | {figure.Source} | {Written(figure, value)} | {(IsOff(figure, value) ? $"**{100 * ((value / figure.Cited) - 1):+0;-0} %**" : $"{100 * ((value / figure.Cited) - 1):+0;-0;0} %")} |\n");
        }
        return page.ToString();
    }

    static bool IsOff(Figure figure, double value) => Math.Abs((value / figure.Cited) - 1) > Near;

    static string Written(Figure figure, double value) => figure.IsShare
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.##} %") : string.Create(CultureInfo.InvariantCulture, $"{value:0.##}");
}

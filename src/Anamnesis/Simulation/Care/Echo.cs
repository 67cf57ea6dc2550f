using System.Runtime.InteropServices;

namespace Anamnesis.Simulation.Care;

/// <summary>What an echo of a stay shows, in usual units.</summary>
/// <param name="Ejection">Left ventricular ejection fraction in percent.</param>
/// <param name="Size">Left ventricular end-diastolic diameter in mm.</param>
/// <param name="Atrium">Left atrial volume index in mL/m².</param>
/// <param name="Right">Tricuspid annular plane systolic excursion in mm.</param>
/// <param name="Jet">Peak tricuspid regurgitation velocity in m/s.</param>
/// <param name="Emergency">Whether the patient came in acutely.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Echo(double Ejection, double Size, double Atrium, double Right, double Jet, bool Emergency)
{
    internal static Echo Of(Stay stay, double ejection, double size)
    {
        var draw = Draw.For(stay.Person.Seed, "echo", stay.Id);
        return new Echo(
            ejection,
            size,
            Math.Round(Math.Clamp(draw.Normal(38 + (4 * stay.Acute) + (stay.Person.Fibrillation ? 9 : 0), 9), 16, 90)),
            Math.Round(Math.Clamp(draw.Normal(19 - (1.2 * stay.Acute), 3.5), 6, 30)),
            Math.Round(Math.Clamp(draw.Normal(2.6 + (0.2 * stay.Acute), 0.4), 1.5, 4.8), 1),
            stay.Emergency);
    }
}

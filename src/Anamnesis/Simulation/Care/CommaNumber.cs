using System.Runtime.InteropServices;

namespace Anamnesis.Simulation.Care;

/// <summary>A number that is written with a decimal comma.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct CommaNumber(double Value) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format, formatProvider).Replace('.', ',');
}

using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Deidentification;

/// <summary>Which findings are about somebody's age.</summary>
static class Ages
{
    internal static bool Are(Case @case) => @case.Variable?.Variable is { } variable && (variable.Known == "age" || NameTokens.Of(variable.Label).Has("age", "wiek", "alter"));
}

using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Numbers of people, things or events: what nobody measures.</summary>
static class Tally
{
    static readonly string[] Things = ["count", "counts", "cases", "tests", "beds", "admissions", "discharges", "visits", "patients", "deaths", "births", "procedures", "operations", "calls", "faelle", "betten", "aufnahmen", "liczba", "przyjecia", "zgony"];

    /// <summary>The name is that of a number of people, things or events, and the values are whole; cells of blood are counted too, but measured.</summary>
    internal static bool Is(VariableProfile variable) => variable.Variable.Known is null && variable.Variable.Item is null
        && NameTokens.Of(variable.Variable.Column.Name) is var name && (name.Joined is "n" or "number" || name.Has(Things)) && !name.Has("blood", "cell", "cells", "platelet", "platelets", "white", "red", "leukocyte", "lymphocyte", "neutrophil")
        && variable.Numbers.Values.All(value => value == Math.Floor(value));
}

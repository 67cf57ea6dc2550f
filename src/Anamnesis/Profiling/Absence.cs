using System.Text.RegularExpressions;
using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Tells cells that hold nothing from cells that hold a text which could not be read as the number or time expected there.</summary>
static partial class Absence
{
    /// <summary>The texts that stand where a number or time was expected and say more than that there is nothing.</summary>
    internal static IEnumerable<TextCount> Texts(VariableProfile variable) => variable.Unreadable.Where(text => !Nothing().IsMatch(text.Text));

    /// <summary>Rows in which the column holds nothing: not even a text that could not be read.</summary>
    internal static long Empty(VariableProfile variable) => Math.Max(0, variable.Missing - (variable.OneIn * Texts(variable).Sum(text => text.Count)));

    /// <summary>The column with a value wherever it holds anything, readable or not; for questions about what is there.</summary>
    internal static Column Held(VariableProfile variable)
    {
        var column = variable.Variable.Column;
        return column.Raw is { } raw && Texts(variable).Select(text => (Sql)$"{text.Text}").ToList() is { Count: > 0 } texts
            ? column with { Value = $"CASE WHEN {column.Value} IS NOT NULL OR {raw} IN ({Sql.Join(", ", texts)}) THEN {raw} END", Kind = Kind.Text }
            : column;
    }

    [GeneratedRegex(@"^\s*(\?|n/?a|null|nan|none|\.|-+|unknown|missing|nd|n\.d\.|b\.d\.|brak|brak danych|k\.a\.?|\\n|\*|not done|not available)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Nothing();
}

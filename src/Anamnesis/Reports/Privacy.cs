using Anamnesis.Profiling;

namespace Anamnesis.Reports;

/// <summary>What may be shown: aggregates, and no cell of a breakdown under 5.</summary>
public static class Privacy
{
    /// <summary>Cells of a breakdown below this are suppressed.</summary>
    public const int SmallestCell = 5;

    const double FirstIdentifier = 10_000; // whole numbers of five digits that hardly recur may count persons

    /// <summary>The sentence every report carries.</summary>
    public static string Sentence(Rendering rendering)
    {
        ArgumentNullException.ThrowIfNull(rendering);
        return rendering.ShowValues
            ? "This report was asked to show values of patients and small cells (--show-values): treat it like the data themselves."
            : $"This report holds counts and shares only; cells of a breakdown under {SmallestCell} are suppressed and no identifier or free text is shown. "
              + "Nothing left this machine.";
    }

    /// <summary>Whether numbers of a column may be summarised: never those of a person, and no long whole numbers that hardly recur, unless they are a known variable.</summary>
    internal static bool ShowsNumbers(ColumnReading column, VariableProfile profile) =>
        column.Role is Role.Value or Role.Category or Role.Outcome or Role.Other
        && (column.Variable is not null || profile.Numbers.Max < FirstIdentifier || profile.Distinct < 0.5 * profile.Present || profile.Numbers.Values.Any(value => value != Math.Floor(value)));

    /// <summary>A count of a breakdown, null when it must be suppressed; 0 is shown.</summary>
    public static long? Cell(long count, Rendering rendering)
    {
        ArgumentNullException.ThrowIfNull(rendering);
        return rendering.ShowValues || count == 0 || count >= SmallestCell ? count : null;
    }
}

using System.Text.RegularExpressions;
using Anamnesis.Profiling;

namespace Anamnesis.Reports;

/// <summary>What may be shown: aggregates, and no cell of a breakdown under 5.</summary>
public static partial class Privacy
{
    /// <summary>Cells of a breakdown below this are suppressed.</summary>
    public const int SmallestCell = 5;

    /// <summary>The sentence every report carries.</summary>
    public static string Sentence(Rendering rendering)
    {
        ArgumentNullException.ThrowIfNull(rendering);
        return rendering.ShowValues
            ? "This report was asked to show values of patients and small cells (--show-values): treat it like the data themselves."
            : $"This report holds counts and shares only; cells of a breakdown under {SmallestCell} are suppressed and no identifier or free text is shown. "
              + "Nothing left this machine.";
    }

    /// <summary>Whether numbers of a column of that role may be summarised.</summary>
    internal static bool ShowsNumbers(Role role, Rendering rendering) =>
        rendering.ShowValues || role is Role.Value or Role.Category or Role.Outcome or Role.Other;

    /// <summary>A count of a breakdown, null when it must be suppressed; 0 is shown.</summary>
    public static long? Cell(long count, Rendering rendering)
    {
        ArgumentNullException.ThrowIfNull(rendering);
        return rendering.ShowValues || count == 0 || count >= SmallestCell ? count : null;
    }

    /// <summary>SQL with longer text literals replaced, since a text may be a value of a patient; short codes stay.</summary>
    internal static string Mask(string sql) => LongLiteral().Replace(sql, "'…'");

    [GeneratedRegex("'(?:[^']|''){41,}'")]
    private static partial Regex LongLiteral();
}

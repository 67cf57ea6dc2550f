using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Reads a column as times where most of its cells are: ISO and the usual other forms, also mixed.</summary>
static class TimeForm
{
    /// <summary>How cells that may be dates begin.</summary>
    internal const string Like = "^ *([0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}|[0-9]{1,2}[- ]?[A-Za-z]{3}[- ]?[0-9]{4})";

    static readonly (string Shown, string Pattern, string Day)[] Days =
    [
        ("dd.MM.yyyy", @"^\d{1,2}\.\d{1,2}\.\d{4}( |$)", "%d.%m.%Y"),
        ("dd/MM/yyyy", @"^\d{1,2}/\d{1,2}/\d{4}( |$)", "%d/%m/%Y"),
        ("MM/dd/yyyy", @"^\d{1,2}/\d{1,2}/\d{4}( |$)", "%m/%d/%Y"),
        ("dd-MM-yyyy", @"^\d{1,2}-\d{1,2}-\d{4}( |$)", "%d-%m-%Y"),
        ("MM-dd-yyyy", @"^\d{1,2}-\d{1,2}-\d{4}( |$)", "%m-%d-%Y"),
        ("yyyy/MM/dd", @"^\d{4}/\d{1,2}/\d{1,2}( |$)", "%Y/%m/%d"),
        ("dd.MM.yy", @"^\d{1,2}\.\d{1,2}\.\d{2}( |$)", "%d.%m.%y"),
        ("dd-MMM-yyyy", @"^\d{1,2}-[A-Za-z]{3}-\d{4}( |$)", "%d-%b-%Y"),
        ("dd MMM yyyy", @"^\d{1,2} [A-Za-z]{3} \d{4}( |$)", "%d %b %Y"),
        ("ddMMMyyyy", @"^\d{1,2}[A-Za-z]{3}\d{4}( |$)", "%d%b%Y"),
    ];

    internal static bool Learn(Dataset dataset, Sql stage, ColumnForm form, CellFacts fact)
    {
        var dialect = dataset.Dialect;
        var iso = (long)dataset.Number($"SELECT count({dialect.TryTime(form.Text)}) FROM {stage}");
        var others = Days.Select(day => (day.Shown, day.Pattern, day.Day, Count: iso >= fact.Filled ? 0 : (long)dataset.Number(
            $"SELECT count({Read(form.Text, day.Day)}) FROM {stage} WHERE regexp_matches(trim({form.Text}), {day.Pattern}) AND {dialect.TryTime(form.Text)} IS NULL")))
            .Where(day => day.Count > 0).OrderByDescending(day => day.Count).ToList();
        var chosen = Meant([.. others]);
        var readable = iso + chosen.Sum(day => day.Count);
        if (readable < ColumnForms.Mostly * fact.Filled)
        {
            return false;
        }

        form.Kind = Kind.Time;
        form.Reading = chosen.Count == 0
            ? dialect.TryTime(form.Text)
            : $"coalesce({Sql.Join(", ", chosen.Select(day => Read(form.Text, day.Day)).Prepend(dialect.TryTime(form.Text)))})";
        form.Form = chosen.Count == 0 ? null : string.Join(" and ", chosen.Select(day => day.Shown).Concat(iso > 0 ? ["yyyy-MM-dd"] : []));
        form.DaysOnly = dataset.Number($"SELECT count(*) FROM {stage} WHERE position(':' IN {form.Text}) > 0") == 0;
        form.KeepsText = fact.Nothings > 0 || readable < fact.Filled || form.Form is not null;
        if (chosen.Count + (iso > 0 ? 1 : 0) > 1)
        {
            form.Notes.Add(new SourceNote("date", $"dates are written in {chosen.Count + (iso > 0 ? 1 : 0)} forms: {form.Form}", form.Name, readable));
        }

        return true;
    }

    /// <summary>Of two readings of the same cells the one that fits more of them; where both fit all, the one that other separators of the column tell, else the day before the month.</summary>
    static List<(string Shown, string Pattern, string Day, long Count)> Meant(List<(string Shown, string Pattern, string Day, long Count)> days)
    {
        bool Twins((string Shown, string Pattern, string Day, long Count) one, (string Shown, string Pattern, string Day, long Count) other) => one.Pattern == other.Pattern && one.Shown != other.Shown;
        bool MonthFirst((string Shown, string Pattern, string Day, long Count) day) => day.Shown.StartsWith("MM", StringComparison.Ordinal);
        var clear = days.Where(day => days.TrueForAll(other => !Twins(day, other) || other.Count < day.Count)).ToList();
        var monthFirst = clear.Exists(MonthFirst) && !clear.Exists(day => day.Shown is "dd/MM/yyyy" or "dd-MM-yyyy");
        return [.. days.Where(day => !days.Exists(other => Twins(day, other) && (other.Count > day.Count || (other.Count == day.Count && MonthFirst(day) != monthFirst))))];
    }

    static Sql Read(Sql text, string day) => Calendar.Within($"try_strptime(trim({text}), [{day}, {day + " %H:%M"}, {day + " %H:%M:%S"}])");
}

using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Learns from staged texts how each column is to be read.</summary>
static class ColumnForms
{
    const double Mostly = 0.8; // share of filled cells that must be readable
    const double Rather = 0.6; // enough when the others are few repeated words
    const int FewWords = 6;

    static readonly string[] Nothing =
    [
        "?", "na", "n/a", "#n/a", "null", "nil", "none", ".", "-", "--", "nan", "n.a.", "nd", "n.d.", "b.d.", "bd", "brak", "brak danych", "k.a.", "k.a", "unknown", "unk",
        "missing", "not available", "not done", "not recorded", "nicht bekannt", "unbekannt", "nieznany", "nieznane", "\\n", "*",
    ];

    static readonly (string Shown, string Pattern, string[] Formats)[] Days =
    [
        ("dd.MM.yyyy", @"^\d{1,2}\.\d{1,2}\.\d{4}( |$)", ["%d.%m.%Y", "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S"]),
        ("dd/MM/yyyy", @"^\d{1,2}/\d{1,2}/\d{4}( |$)", ["%d/%m/%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S"]),
        ("MM/dd/yyyy", @"^\d{1,2}/\d{1,2}/\d{4}( |$)", ["%m/%d/%Y", "%m/%d/%Y %H:%M", "%m/%d/%Y %H:%M:%S"]),
        ("dd-MM-yyyy", @"^\d{1,2}-\d{1,2}-\d{4}( |$)", ["%d-%m-%Y", "%d-%m-%Y %H:%M", "%d-%m-%Y %H:%M:%S"]),
        ("MM-dd-yyyy", @"^\d{1,2}-\d{1,2}-\d{4}( |$)", ["%m-%d-%Y", "%m-%d-%Y %H:%M", "%m-%d-%Y %H:%M:%S"]),
        ("yyyy/MM/dd", @"^\d{4}/\d{1,2}/\d{1,2}( |$)", ["%Y/%m/%d", "%Y/%m/%d %H:%M", "%Y/%m/%d %H:%M:%S"]),
    ];

    internal static IReadOnlyList<ColumnForm> Learn(Dataset dataset, Sql stage, IReadOnlyList<string> names)
    {
        var forms = names.Select((name, place) => new ColumnForm(name, place)).ToList();
        const int Chunk = 400; // columns a query
        for (var from = 0; from < forms.Count; from += Chunk)
        {
            LearnSome(dataset, stage, forms[from..Math.Min(forms.Count, from + Chunk)]);
        }

        Tokens(dataset, stage, forms);
        return forms;
    }

    /// <summary>What can be said about all columns together: whole numbers exported as 63.0.</summary>
    internal static IEnumerable<SourceNote> AboutAll(IReadOnlyList<ColumnForm> forms)
    {
        var zeros = forms.Where(form => form.PointZero).ToList();
        return zeros.Count >= 3 ? [new SourceNote("number", $"whole numbers are written with a point and a zero in {zeros.Count} columns", null, zeros.Count)] : [];
    }

    static void LearnSome(Dataset dataset, Sql stage, List<ColumnForm> forms)
    {
        var dialect = dataset.Dialect;
        var nothing = Sql.Join(", ", Nothing.Select(token => (Sql)$"{token}"));
        const int Facts = 9;
        var query = Sql.Join(", ", forms.Select(form =>
        {
            var text = form.Text;
            Sql number = dialect.TryNumber(text);
            return (Sql)$$"""
                count(nullif(trim({{text}}), '')), count(*) FILTER (WHERE lower(trim({{text}})) IN ({{nothing}})), count({{number}}),
                count(*) FILTER (WHERE {{number}} <> floor({{number}})), count(*) FILTER (WHERE regexp_matches({{text}}, '^0[0-9]+$')),
                count(*) FILTER (WHERE regexp_matches({{text}}, '^ *[+-]?[0-9]+,[0-9]+ *$')), count(*) FILTER (WHERE regexp_matches({{text}}, '^ *[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)? *$')),
                count(*) FILTER (WHERE regexp_matches({{text}}, '^[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}')), count(*) FILTER (WHERE regexp_matches({{text}}, '^ *-?[0-9]+\.0 *$'))
                """;
        }));
        var counts = dataset.Row($"SELECT {query} FROM {stage}", row => Enumerable.Range(0, row.FieldCount).Select(row.CountAt).ToArray());
        foreach (var (form, place) in forms.Select((form, place) => (form, place * Facts)))
        {
            var fact = new CellFacts(
                counts[place] - counts[place + 1], counts[place + 1], counts[place + 2], counts[place + 3], counts[place + 4], counts[place + 5], counts[place + 6], counts[place + 7], counts[place + 8]);
            if (fact.DateLike >= Rather * Math.Max(1, fact.Filled) && Time(dataset, stage, form, fact))
            {
                continue;
            }

            Number(dataset, stage, form, fact);
        }
    }

    static void Number(Dataset dataset, Sql stage, ColumnForm form, CellFacts fact)
    {
        var readable = fact.Numbers + fact.Commas;
        if (fact.Filled == 0 || fact.LeadingZeros > 0 || readable < Rather * fact.Filled)
        {
            return;
        }

        if (readable < Mostly * fact.Filled && OtherWords(dataset, stage, form) > FewWords)
        {
            return;
        }

        var decimalComma = fact.Commas > fact.Thousands || (fact.Commas > 0 && fact.Numbers == 0 && fact.Thousands < fact.Commas);
        Sql plain = decimalComma ? $"replace({form.Text}, ',', '.')" : fact.Thousands > 0 ? $"replace({form.Text}, ',', '')" : form.Text;
        form.Kind = Kind.Number;
        form.Reading = dataset.Dialect.TryNumber(plain);
        form.Form = decimalComma ? "decimal comma" : fact.Thousands > 0 ? "thousands comma" : null;
        form.Whole = fact.Fractions == 0 && !decimalComma;
        form.PointZero = fact.PointZeros > 0.9 * fact.Numbers && fact.Fractions == 0;
        form.KeepsText = fact.Nothings > 0 || readable < fact.Filled || form.Form is not null;
        if (form.Form is not null)
        {
            form.Notes.Add(new SourceNote("number", $"numbers are written with a {form.Form}", form.Name, decimalComma ? fact.Commas : fact.Thousands));
        }

        if (form.PointZero)
        {
            form.Form = "whole numbers written with .0";
        }

        if (fact.Nothings > 0)
        {
            form.Notes.Add(new SourceNote("missing-token", "words or marks stand for nothing among numbers", form.Name, fact.Nothings));
        }
    }

    static bool Time(Dataset dataset, Sql stage, ColumnForm form, CellFacts fact)
    {
        var dialect = dataset.Dialect;
        var iso = (long)dataset.Number($"SELECT count({dialect.TryTime(form.Text)}) FROM {stage}");
        var others = Days.Select(day => (day.Shown, day.Formats, Count: iso >= fact.Filled ? 0 : (long)dataset.Number(
            $"SELECT count({Strptime(form.Text, day.Formats)}) FROM {stage} WHERE regexp_matches({form.Text}, {day.Pattern})"))).Where(day => day.Count > 0).OrderByDescending(day => day.Count).ToList();
        // of two readings of the same cells the one that fits more of them is meant
        // days up to the twelfth read both ways: other separators in the same column tell which is meant
        bool IsMeant((string Shown, string[] Formats, long Count) day) => others.TrueForAll(other => !IsTwin(day.Shown, other.Shown) || other.Count < day.Count);
        var monthFirst = others.Exists(day => day.Shown.StartsWith("MM", StringComparison.Ordinal) && IsMeant(day))
            && !others.Exists(day => day.Shown is "dd/MM/yyyy" or "dd-MM-yyyy" && IsMeant(day));
        var chosen = others.Where(day => !others.Exists(other => IsTwin(day.Shown, other.Shown) && (other.Count > day.Count || (other.Count == day.Count && day.Shown.StartsWith("MM", StringComparison.Ordinal) != monthFirst)))).ToList();
        var readable = iso + chosen.Sum(day => day.Count);
        if (readable < Mostly * fact.Filled)
        {
            return false;
        }

        form.Kind = Kind.Time;
        form.Reading = chosen.Count == 0
            ? dialect.TryTime(form.Text)
            : $"coalesce({Sql.Join(", ", chosen.Select(day => Strptime(form.Text, day.Formats)).Prepend(dialect.TryTime(form.Text)))})";
        form.Form = chosen.Count == 0 ? null : string.Join(" and ", chosen.Select(day => day.Shown).Concat(iso > 0 ? ["yyyy-MM-dd"] : []));
        form.DaysOnly = dataset.Number($"SELECT count(*) FROM {stage} WHERE length(trim({form.Text})) > 10") == 0;
        form.KeepsText = fact.Nothings > 0 || readable < fact.Filled || form.Form is not null;
        if (chosen.Count + (iso > 0 ? 1 : 0) > 1)
        {
            form.Notes.Add(new SourceNote("date", $"dates are written in {chosen.Count + (iso > 0 ? 1 : 0)} forms: {form.Form}", form.Name, readable));
        }

        return true;
    }

    /// <summary>Day and month the other way round.</summary>
    static bool IsTwin(string left, string right) => left != right && left.Length == right.Length && left[2] == right[2] && left[5..] == right[5..] && char.IsAsciiLetter(left[0]) && left[0] is 'd' or 'M' && right[0] is 'd' or 'M';

    static Sql Strptime(Sql text, string[] formats) => $"try_strptime(trim({text}), [{Sql.Join(", ", formats.Select(format => (Sql)$"{format}"))}])";

    static long OtherWords(Dataset dataset, Sql stage, ColumnForm form) => (long)dataset.Number(
        $"SELECT count(DISTINCT {form.Text}) FROM {stage} WHERE {dataset.Dialect.TryNumber(form.Text)} IS NULL AND trim({form.Text}) <> ''");

    /// <summary>Marks that stand for nothing among numbers mean nothing among words of the same file, too.</summary>
    static void Tokens(Dataset dataset, Sql stage, List<ColumnForm> forms)
    {
        var marks = new HashSet<string>(["?", "\\N"], StringComparer.Ordinal);
        foreach (var form in forms.Where(form => form.Kind == Kind.Number && form.KeepsText).Take(200))
        {
            marks.UnionWith(dataset.Rows(
                $"SELECT DISTINCT trim({form.Text}) FROM {stage} WHERE lower(trim({form.Text})) IN ({Sql.Join(", ", Nothing.Select(token => (Sql)$"{token}"))}) LIMIT 20",
                row => row.TextAt(0)!)); // trim of a text that equals a token
        }

        var certain = marks.Where(mark => mark is "?" or "\\N" or "NA" or "N/A" or "NULL" or "." or "-").ToList();
        var texts = forms.Where(form => form.Kind == Kind.Text).ToList();
        var codes = certain.Contains("NA") ? [] : TwoLetters(dataset, stage, texts);
        foreach (var form in texts)
        {
            form.Nothing = certain.Contains("NA") || codes.Contains(form) ? certain : [.. certain, "NA"];
        }
    }

    /// <summary>Columns of codes of two capitals, such as countries: NA is one of them.</summary>
    static List<ColumnForm> TwoLetters(Dataset dataset, Sql stage, List<ColumnForm> texts)
    {
        var counts = Sql.Join(", ", texts.SelectMany(form => (Sql[])
            [$"count(*) FILTER (WHERE {form.Text} <> 'NA' AND regexp_matches({form.Text}, '^[A-Z][A-Z]$'))", $"count(*) FILTER (WHERE {form.Text} <> 'NA')"]));
        var found = texts.Count == 0 ? [] : dataset.Row($"SELECT {counts} FROM {stage}", row => texts.Select((_, place) => (Codes: row.CountAt(2 * place), Filled: row.CountAt((2 * place) + 1))).ToList());
        return [.. texts.Where((_, place) => found[place].Codes > 0 && found[place].Codes >= Mostly * found[place].Filled)];
    }
}

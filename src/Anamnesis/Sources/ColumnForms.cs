using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Learns from staged texts how each column is to be read.</summary>
static class ColumnForms
{
    internal const double Mostly = 0.8; // share of filled cells that must be readable
    const long MostCells = 100_000; // looked at in one question
    const int MostColumns = 50;
    const double Rather = 0.6; // share that must look like dates before they are read as such

    static readonly string[] Nothing =
    [
        "?", "na", "n/a", "#n/a", "null", "nil", "none", ".", "-", "--", "nan", "n.a.", "nd", "n.d.", "b.d.", "bd", "brak", "brak danych", "k.a.", "k.a", "unknown", "unk",
        "missing", "not available", "not done", "not recorded", "nicht bekannt", "unbekannt", "nieznany", "nieznane", "\\n", "*",
    ];

    /// <param name="dataset">Where the texts are.</param>
    /// <param name="stage">The table of texts.</param>
    /// <param name="rows">How many it has.</param>
    /// <param name="names">Its columns.</param>
    /// <param name="commasSeparate">Commas separate the cells of the file.</param>
    internal static IReadOnlyList<ColumnForm> Learn(Dataset dataset, Sql stage, long rows, IReadOnlyList<string> names, bool commasSeparate) =>
        Learn(dataset, stage, rows, [.. names.Select((name, place) => new ColumnForm(name, place))], commasSeparate);

    /// <summary>The same for columns that have names already; nothing is known of their forms yet.</summary>
    internal static IReadOnlyList<ColumnForm> Learn(Dataset dataset, Sql stage, long rows, IReadOnlyList<ColumnForm> forms, bool commasSeparate)
    {
        var nothing = Sql.Join(", ", Nothing.Select(token => (Sql)$"{token}"));
        var together = (int)Math.Clamp(MostCells / Math.Max(1, rows), 1, MostColumns);
        var facts = SideBySide.Each([.. forms.Chunk(together)], some => CellFacts.Of(dataset, stage, [.. some.Select(form => form.Text)], nothing)).SelectMany(some => some);
        SideBySide.Each([.. forms.Zip(facts)], pair =>
        {
            var (form, fact) = pair;
            form.HoldsCountries = fact.CountryLike > 0 && fact.CountryLike >= Mostly * fact.Others;
            if (fact.DateLike < Rather * Math.Max(1, fact.Filled) || !TimeForm.Learn(dataset, stage, form, fact))
            {
                NumberForm.Learn(dataset, stage, form, fact, commasSeparate);
            }

            return form;
        });
        Tokens(dataset, stage, forms);
        return forms;
    }

    /// <summary>What was special about columns, its cells estimated for all rows where the first ones were looked at; and what can be said about all columns together: whole numbers exported as 63.0.</summary>
    internal static IEnumerable<SourceNote> Notes(IReadOnlyList<ColumnForm> forms, long looked, long rows)
    {
        var zeros = forms.Where(form => form.PointZero).ToList();
        return
        [
            .. forms.SelectMany(form => form.Notes).Select(note => looked < rows ? note with { Count = (long)Math.Round((double)note.Count / looked * rows) } : note),
            .. zeros.Count >= 3 ? (SourceNote[])[new SourceNote("number", $"whole numbers are written with a point and a zero in {zeros.Count} columns", null, zeros.Count)] : [],
        ];
    }

    /// <summary>Marks that stand for nothing among numbers mean nothing among words of the same file, too.</summary>
    static void Tokens(Dataset dataset, Sql stage, IReadOnlyList<ColumnForm> forms)
    {
        var marks = new HashSet<string>(["?", "\\N"], StringComparer.Ordinal);
        foreach (var form in forms.Where(form => form.Kind == Kind.Number && form.KeepsText).Take(200))
        {
            marks.UnionWith(dataset.Rows(
                $"SELECT DISTINCT trim({form.Text}) FROM {stage} WHERE lower(trim({form.Text})) IN ({Sql.Join(", ", Nothing.Select(token => (Sql)$"{token}"))}) LIMIT 20",
                row => row.TextAt(0)!)); // trim of a text that equals a token
        }

        var certain = marks.Where(mark => mark is "?" or "\\N" or "NA" or "N/A" or "NULL" or "." or "-").ToList();
        foreach (var form in forms.Where(form => form.Kind == Kind.Text))
        {
            form.Nothing = certain.Contains("NA") || form.HoldsCountries ? certain : [.. certain, "NA"];
        }
    }
}

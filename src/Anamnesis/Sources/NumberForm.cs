using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Reads a column as numbers where most of its cells are: decimal points or commas, groups of thousands.</summary>
static class NumberForm
{
    const double Rather = 0.6; // enough when the others are few repeated words
    const int FewWords = 6;

    // where commas separate the cells of the file, a comma within a number is rather one of thousands
    internal static void Learn(Dataset dataset, Sql stage, ColumnForm form, CellFacts fact, bool commasSeparate)
    {
        var whole = fact.Commas > 0 && fact.ThousandsCommas >= fact.Commas && fact.Groups == 0; // 1,234 may be either
        var thousands = fact.Both > 0 || (whole && (commasSeparate || fact.ThousandsCommas > fact.Commas || fact.Numbers > fact.Fractions));
        var comma = !thousands && (fact.Commas > 0 || fact.Groups > 0);
        var readable = fact.Numbers + (thousands ? Math.Max(fact.ThousandsCommas, fact.Commas) + fact.Both : fact.Commas + fact.Groups);
        var others = fact.Filled - fact.Infinities; // a number divided by zero was one, too
        if (readable == 0 || fact.LeadingZeros > 0 || readable < Rather * others)
        {
            return;
        }

        if (readable < ColumnForms.Mostly * others && OtherWords(dataset, stage, form) > FewWords)
        {
            return;
        }

        form.Kind = Kind.Number;
        form.Reading = dataset.Dialect.TryNumber(Plain(form.Text, thousands, comma, fact.Groups > 0));
        form.Form = comma ? "decimal comma" : thousands ? "thousands comma" : null;
        form.Whole = fact.Fractions == 0 && fact.Both == 0 && !comma;
        form.PointZero = fact.PointZeros > 0.9 * fact.Numbers && fact.Fractions == 0;
        form.KeepsText = fact.Nothings > 0 || readable < fact.Filled || form.Form is not null;
        Note(form, fact, readable - fact.Numbers);
    }

    static Sql Plain(Sql text, bool thousands, bool comma, bool groups)
    {
        Sql point = comma ? (Sql)$"replace({text}, ',', '.')" : thousands ? $"replace({text}, ',', '')" : text;
        return groups && comma
            ? $"CASE WHEN regexp_matches({text}, {CellFacts.Grouped}) THEN replace(regexp_replace({text}, {CellFacts.Grouping}, '', 'g'), ',', '.') ELSE {point} END"
            : point;
    }

    static void Note(ColumnForm form, CellFacts fact, long special)
    {
        if (form.Form is not null)
        {
            form.Notes.Add(new SourceNote("number", $"numbers are written with a {form.Form}{(fact.Groups > 0 && form.Form == "decimal comma" ? " and groups of thousands" : string.Empty)}", form.Name, special));
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

    static long OtherWords(Dataset dataset, Sql stage, ColumnForm form) => (long)dataset.Number(
        $"SELECT count(DISTINCT {form.Text}) FROM {stage} WHERE {dataset.Dialect.TryNumber(form.Text)} IS NULL AND trim({form.Text}) <> ''");
}

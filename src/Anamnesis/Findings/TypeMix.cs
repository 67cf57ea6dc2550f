using System.Globalization;
using System.Text.RegularExpressions;
using Anamnesis.Engines;
using Anamnesis.Profiling;
using Anamnesis.Sources;

namespace Anamnesis.Findings;

/// <summary>Texts where numbers or times are expected: ranges, limits, commas, words.</summary>
sealed partial class TypeMix : IFindingKind
{
    public string Id => "type-mix";

    public string Title => "Texts among numbers or dates";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        profile.Tables.SelectMany(table => Unreadable(table).Concat(Forms(table)).Concat(Mostly(table, dataset)));

    IEnumerable<Finding> Unreadable(TableProfile table)
    {
        foreach (var variable in table.Variables.Where(v => v.Variable.Item is null && v.Unreadable.Count > 0 && v.Variable.Column.Raw is not null && !IsIdWithZeros(v)))
        {
            var odd = Absence.Texts(variable).ToList();
            var cells = odd.Sum(text => text.Count);
            if (cells == 0)
            {
                continue;
            }

            var column = variable.Variable.Column;
            var time = column.Kind == Kind.Time;
            long Cells(Func<string, bool> are) => odd.Where(text => are(text.Text)).Sum(text => text.Count);
            var limits = Cells(Limit().IsMatch);
            var dates = time ? Cells(IncompleteDate().IsMatch) : 0;
            var ranges = Cells(text => Range().IsMatch(text) && !(time && (IncompleteDate().IsMatch(text) || WholeDate().IsMatch(text))));
            var infinite = time ? 0 : Cells(text => CellFacts.Infinite.Contains(text.Trim().ToLowerInvariant()));
            var beyond = time ? 0 : Cells(IsBeyond);
            var outside = time ? Cells(Outside().IsMatch) : 0;
            var absent = time ? Cells(text => WholeDate().IsMatch(text) && !Outside().IsMatch(text)) : 0;
            var others = cells - limits - ranges - dates - infinite - beyond - outside;
            var kinds = Kinds(
                (dates, "date", "dates", " without day or month"),
                (limits, "limit", "limits", " such as '<3'"),
                (ranges, "range", "ranges", " such as '1-2'"),
                (infinite, "number", "numbers", " divided by zero, such as 'Inf'"),
                (beyond, "number", "numbers", " of more than a hundred digits, such as 1e308"),
                (outside, "time", "times", " outside of the years 1 to 9999, such as 'infinity'"),
                (absent, "day or hour", "days or hours", " that calendars and clocks have not, such as 30 February"),
                (others - absent, "other text", "other texts", string.Empty));
            yield return Draft.Of(
                Id, table.Table, [column],
                $"{column.Name} holds text instead of a {(time ? "date" : "number")} in {Says.Of(cells * variable.OneIn, variable.Rows)}: {kinds}",
                (cells * variable.OneIn, variable.Rows), $"{column.Value} IS NULL AND {column.Raw!} IS NOT NULL AND trim({column.Raw!}) <> ''") with // raw was just seen
            {
                Token = "unreadable",
                Weight = 0.3,
                Facts = new Dictionary<string, double> { ["limits"] = (double)limits / cells, ["ranges"] = (double)ranges / cells, ["dates"] = (double)dates / cells, ["infinite"] = (double)infinite / cells, ["beyond"] = (double)beyond / cells, ["outside"] = (double)outside / cells, ["others"] = (double)others / cells },
            };
        }
    }

    /// <summary>Identifiers with 0 for none, which alone is a number: <c>disguised-missing</c> speaks of it.</summary>
    internal static bool IsIdWithZeros(VariableProfile variable) =>
        variable.Numbers.Values.Count == 1 && variable.Numbers.CountOf(0) > 0 && variable.Unreadable.Count > 0 && variable.Unreadable.All(text => text.Text.Length >= 8);

    /// <summary>A number, but none to compute with; see <see cref="OutOfRange"/>.</summary>
    static bool IsBeyond(string text) =>
        text.Any(char.IsAsciiDigit) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && OutOfRange.Is(number);

    static string Kinds(params IEnumerable<(long Count, string One, string Many, string What)> kinds) =>
        Says.List([.. kinds.Where(kind => kind.Count > 0).Select(kind => $"{Says.Count(kind.Count)} {(kind.Count == 1 ? kind.One : kind.Many)}{kind.What}")]);

    /// <summary>What the source had to do to read a column.</summary>
    IEnumerable<Finding> Forms(TableProfile table)
    {
        foreach (var note in table.Table.Notes.Where(note => note.Topic is "number" or "date" && note.Column is not null && table.Table.Column(note.Column) is not null))
        {
            var column = table.Table.Column(note.Column!)!; // both filtered
            yield return Draft.Of(
                Id, table.Table, [column], $"{column.Name}: {note.Says} ({Says.Count(note.Count)} cells)", (note.Count, table.Table.Rows), $"{column.Raw ?? column.Value} IS NOT NULL") with
            {
                Token = note.Topic,
                Estimated = true,
                Weight = 0.25,
                Condition = null,
                Facts = new Dictionary<string, double> { ["form"] = 1 },
            };
        }

        if (table.Table.Notes.FirstOrDefault(note => note.Topic == "number" && note.Column is null) is { } all)
        {
            var columns = table.Table.Columns.Where(column => column.Form == "whole numbers written with .0").ToList();
            yield return Draft.Of("off-grid", table.Table, columns, $"{all.Says}, as a program does that knows only fractions", (table.Table.Rows, table.Table.Rows), $"TRUE") with
            {
                Token = "point zero",
                Weight = 0.1,
                Facts = new Dictionary<string, double> { ["pointzero"] = columns.Count },
            };
        }
    }

    /// <summary>Text columns that are mostly numbers, but not enough to be read as such.</summary>
    IEnumerable<Finding> Mostly(TableProfile table, Dataset dataset)
    {
        foreach (var variable in table.Variables.Where(v => v.Variable.Item is null && v.Variable.Column.Kind == Kind.Text && v.Distinct > 3 && v.Variable.Role is Role.Value or Role.Category or Role.Other && !Measured.IsNamedAsCode(v.Variable.Column.Name)))
        {
            var numbers = variable.Texts.Where(text => Number().IsMatch(text.Text)).Sum(text => text.Count);
            var limits = variable.Texts.Where(text => Limit().IsMatch(text.Text) || Range().IsMatch(text.Text)).Sum(text => text.Count);
            var all = variable.Texts.Sum(text => text.Count);
            var dates = variable.Texts.Where(text => IncompleteDate().IsMatch(text.Text)).Sum(text => text.Count);
            if (limits > 0 && dates >= limits + (0.9 * numbers) && dates > 0.9 * all)
            {
                yield return Draft.Of(
                    Id, table.Table, [variable.Variable.Column], $"{variable.Variable.Label} holds dates without day or month in {Says.Of(dates * variable.OneIn, variable.Present)}", (dates * variable.OneIn, variable.Present),
                    $"{dataset.Dialect.Matches(variable.Variable.Value, Incomplete)}") with
                { Token = "mixed", Weight = 0.3, Facts = new Dictionary<string, double> { ["dates"] = 1 } };
            }
            else if (limits > 0 && numbers > 0.3 * all && limits + numbers > 0.9 * all)
            {
                yield return Draft.Of(
                    Id, table.Table, [variable.Variable.Column], $"{variable.Variable.Label} mixes numbers with {Says.Count(limits)} limits or ranges", (limits * variable.OneIn, variable.Present),
                    $"NOT {dataset.Dialect.Matches(variable.Variable.Value, "^ *-?[0-9.]+ *$")}") with
                { Token = "mixed", Weight = 0.3, Facts = new Dictionary<string, double> { ["ranges"] = 1 } };
            }
        }
    }

    [GeneratedRegex(@"^\s*(<|>|≤|≥|<=|>=)\s*\d", RegexOptions.ExplicitCapture)]
    private static partial Regex Limit();

    [GeneratedRegex(@"^\s*\d+([.,]\d+)?\s*(-|–|to|do|bis)\s*\d+([.,]\d+)?\s*\S{0,6}$|^\++$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Range();

    /// <summary>A year, or a year and a month; days and months that nobody knew are also written as UN, XX or a dash.</summary>
    const string Incomplete = "^ *(19|20)[0-9][0-9]([-/.](0?[1-9]|1[0-2]|[Uu][Nn][Kk]?|[Xx][Xx]|-))?([-/.]([Uu][Nn][Kk]?|[Xx][Xx]|-))? *$"; // read by .NET and by the engines

    [GeneratedRegex(Incomplete, RegexOptions.ExplicitCapture)]
    private static partial Regex IncompleteDate();

    /// <summary>Three numbers, such as a 30 February: no range.</summary>
    [GeneratedRegex(@"^\s*\d+[-/.]\d+[-/.]\d+", RegexOptions.ExplicitCapture)]
    private static partial Regex WholeDate();

    /// <summary>Without end, before the year 1 or after 9999: what databases and programs write for no date; see <see cref="Calendar"/>.</summary>
    [GeneratedRegex(@"^\s*[-+]?infinity\s*$|\bBC\b|^\s*0000[-/.]|^\s*[1-9]\d{4,}[-/.]|[-/.]0000\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Outside();

    [GeneratedRegex(@"^\s*-?\d+([.,]\d+)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}

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

            var limits = odd.Where(text => Limit().IsMatch(text.Text)).Sum(text => text.Count);
            var column = variable.Variable.Column;
            var dates = column.Kind == Kind.Time ? odd.Where(text => IncompleteDate().IsMatch(text.Text)).Sum(text => text.Count) : 0;
            var ranges = odd.Where(text => Range().IsMatch(text.Text) && !(column.Kind == Kind.Time && IncompleteDate().IsMatch(text.Text))).Sum(text => text.Count);
            var infinite = odd.Where(text => column.Kind == Kind.Number && CellFacts.Infinite.Contains(text.Text.Trim().ToLowerInvariant())).Sum(text => text.Count);
            yield return Draft.Of(
                Id, table.Table, [column],
                $"{column.Name} holds text instead of a {(column.Kind == Kind.Time ? "date" : "number")} in {Says.Of(cells * variable.OneIn, variable.Rows)}: {Kinds(dates, limits, ranges, infinite, cells)}",
                (cells * variable.OneIn, variable.Rows), $"{column.Value} IS NULL AND {column.Raw!} IS NOT NULL AND trim({column.Raw!}) <> ''") with // raw was just seen
            {
                Token = "unreadable",
                Weight = 0.3,
                Facts = new Dictionary<string, double> { ["limits"] = (double)limits / cells, ["ranges"] = (double)ranges / cells, ["dates"] = (double)dates / cells, ["infinite"] = (double)infinite / cells, ["others"] = (double)(cells - limits - ranges - dates - infinite) / cells },
            };
        }
    }

    /// <summary>Identifiers with 0 for none, which alone is a number: <c>disguised-missing</c> speaks of it.</summary>
    internal static bool IsIdWithZeros(VariableProfile variable) =>
        variable.Numbers.Values.Count == 1 && variable.Numbers.CountOf(0) > 0 && variable.Unreadable.Count > 0 && variable.Unreadable.All(text => text.Text.Length >= 8);

    static string Kinds(long dates, long limits, long ranges, long infinite, long cells)
    {
        var kinds = new List<string>();
        if (dates > 0)
        {
            kinds.Add($"{Says.Count(dates)} {(dates == 1 ? "date" : "dates")} without day or month");
        }

        if (limits > 0)
        {
            kinds.Add($"{Says.Count(limits)} {(limits == 1 ? "limit" : "limits")} such as '<3'");
        }

        if (ranges > 0)
        {
            kinds.Add($"{Says.Count(ranges)} {(ranges == 1 ? "range" : "ranges")} such as '1-2'");
        }

        if (infinite > 0)
        {
            kinds.Add($"{Says.Count(infinite)} {(infinite == 1 ? "number" : "numbers")} divided by zero, such as 'Inf'");
        }

        var others = cells - dates - limits - ranges - infinite;
        if (others > 0)
        {
            kinds.Add($"{Says.Count(others)} other {(others == 1 ? "text" : "texts")}");
        }

        return Says.List(kinds);
    }

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

    [GeneratedRegex(@"^\s*-?\d+([.,]\d+)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}

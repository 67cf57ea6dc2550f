using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Words that all end at one length: the field was too narrow for them.</summary>
sealed class CutText : IFindingKind
{
    const int Narrowest = 10; // characters
    const int FewestCut = 3; // different texts at the full width
    const double MostEnded = 0.3; // of them that end as a sentence does
    const int Before = 4; // lengths below the full one to compare with

    public string Id => "cut-text";

    public string Title => "Texts are cut at one width";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        from variable in table.Variables
        where variable.Variable.Item is null && variable.Variable.Column.Kind == Kind.Text && variable.Distinct >= 2 * FewestCut && variable.Texts.Count >= 2 * FewestCut
            && variable.Variable.Role is Role.Category or Role.Text or Role.Site or Role.Other
        let width = variable.Texts.Max(text => text.Text.Length)
        where width >= Narrowest && IsCut(variable, width)
        let column = variable.Variable.Column
        let longest = dataset.Row($"SELECT count(*) FILTER (WHERE length({column.Value}) = {width}), count(*) FILTER (WHERE length({column.Value}) > {width}) FROM {table.Table.From}", row => (Full: row.CountAt(0), Longer: row.CountAt(1)))
        where longest.Full > 0 && longest.Longer == 0 // the profile keeps the most frequent texts only
        select Draft.Of(
            Id, table.Table, [column], $"{column.Name} is exactly {width} characters long in {Says.Of(longest.Full, table.Table.Rows)} and never longer: what did not fit into the field was cut off",
            (longest.Full, table.Table.Rows), $"length({column.Value}) = {width}") with
        { Number = width, Weight = 0.15 };

    /// <summary>Far more different texts of the full length than of the lengths before, among texts of several words and many lengths.</summary>
    static bool IsCut(VariableProfile variable, int width)
    {
        var lengths = variable.Texts.GroupBy(text => text.Text.Length).ToDictionary(group => group.Key, group => group.Count());
        var full = lengths[width];
        var before = Enumerable.Range(width - Before, Before).Sum(length => lengths.GetValueOrDefault(length)) / (double)Before;
        var cut = variable.Texts.Where(text => text.Text.Length == width).ToList();
        return full >= FewestCut && full >= 3 * Math.Max(1, before) && lengths.Count >= 4 && variable.Texts.Min(text => text.Text.Length) <= 0.8 * width
            && cut.Count(text => text.Text.Any(letter => letter is ' ' or '/' or ',')) >= 0.7 * full && cut.TrueForAll(text => text.Text.Any(char.IsLetter))
            && cut.Count(text => text.Text[^1] is '.' or '!' or '?') <= MostEnded * full;
    }
}

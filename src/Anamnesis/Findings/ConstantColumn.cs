using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A flag, an outcome or measured things that have one value in every row.</summary>
sealed class ConstantColumn : IFindingKind
{
    const int Fewest = 20;

    static readonly string[] YesOrNo = ["y", "n", "yes", "no", "t", "f", "true", "false", "tak", "nie", "ja", "nein"];

    public string Id => "constant";

    public string Title => "One value in the whole column";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        where table.Table.Rows >= Fewest
        let unnamed = table.Table.Notes.Any(note => note.Topic == "header")
        from @group in table.Variables
            .Where(variable => variable.Variable.Item is null && variable.Distinct == 1 && variable.Missing == 0 && !DisguisedMissing.IsCode(variable, variable.Numbers.Min) && variable.Variable.Role is Role.Outcome or Role.Value or Role.Category
                && (unnamed || variable.Variable.Role != Role.Category || variable.Variable.Known is not null || variable.Numbers.CountOf(0) > 0 || IsFlag(variable)))
            .GroupBy(variable => (Outcome: variable.Variable.Role == Role.Outcome, Zero: variable.Numbers.CountOf(0) > 0,
                Others: variable.Numbers.CountOf(0) > 0 ? Siblings.Range(profile, table, variable.Variable.Column.Name) : null))
        where !@group.Key.Zero || @group.Key.Others is not null || (unnamed && !@group.Key.Outcome) // a named flag that nobody has is ordinary
        let variables = @group.ToList()
        select Draft.Of(
            Id, table.Table, variables.ConvertAll(variable => variable.Variable.Column),
            $"{Says.List(variables.ConvertAll(variable => variable.Variable.Label))} {(variables.Count == 1 ? "has" : "have")} one value{(@group.Key.Zero ? ", 0," : string.Empty)} in all {Says.Count(table.Table.Rows)} rows{(@group.Key.Outcome ? ": who has the other outcome is not here" : string.Empty)}{(@group.Key.Others is { } range ? $", where {(range.Tables == 1 ? "a table" : $"{range.Tables} tables")} of the same layout mostly {(range.Tables == 1 ? "holds" : "hold")} {Says.Number(range.Low)} to {Says.Number(range.High)}" : string.Empty)}",
            (table.Table.Rows, table.Table.Rows), $"TRUE") with
        { Token = @group.Key.Zero ? "zero" : "one", Number = @group.Key.Zero ? 0 : null, Weight = @group.Key.Outcome ? 0.6 : @group.Key.Others is null ? 0.05 : 0.5, Facts = new Dictionary<string, double> { ["siblings"] = @group.Key.Others?.Tables ?? 0 } };

    /// <summary>Yes or no, or a number of a few: what has one value throughout tells how the rows were chosen. Codes of a type, a place or a unit have one in most extracts.</summary>
    static bool IsFlag(VariableProfile variable) => variable.Numbers.Total > 0 ? !Measured.IsNamedAsCode(variable.Variable.Column.Name) && variable.Numbers.Max is >= 0 and <= 9 : variable.Texts.Any(text => YesOrNo.Contains(text.Text.ToLowerInvariant()));
}

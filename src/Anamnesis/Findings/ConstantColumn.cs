using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A flag, an outcome or a measured thing that has one value in every row.</summary>
sealed class ConstantColumn : IFindingKind
{
    const int Fewest = 20;

    public string Id => "constant";

    public string Title => "One value in the whole column";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        where table.Table.Rows >= Fewest
        from variable in table.Variables
        where variable.Variable.Item is null && variable.Distinct == 1 && variable.Missing == 0 && variable.Variable.Role is Role.Outcome or Role.Value or Role.Category
            && variable.Numbers.CountOf(0) == 0
        let outcome = variable.Variable.Role == Role.Outcome
        select Draft.Of(
            Id, table.Table, [variable.Variable.Column], $"{variable.Variable.Label} has one value in all {Says.Count(variable.Rows)} rows{(outcome ? ": who has the other outcome is not here" : string.Empty)}",
            (variable.Rows, variable.Rows), $"TRUE") with
        { Weight = outcome ? 0.6 : 0.05 };
}

using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Numbers that were whole in another unit.</summary>
sealed class ConvertedValues : IFindingKind
{
    const int Fewest = 50; // values

    public string Id => "converted-values";

    public string Title => "Numbers that were converted from another unit";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from measured in Measured.Of(profile)
        let variable = measured.Variable
        where variable.Numbers.Total >= Fewest && !variable.Rounded && variable.Variable.Role == Role.Value
        let comb = Of(variable.Numbers)
        where comb is not null
        select Told(variable, comb, dataset.Dialect);

    /// <summary>The comb of the values, or of those that are no whole numbers.</summary>
    internal static Comb? Of(Frequencies numbers) => numbers.Once(Found);

    static Comb? Found(Frequencies numbers) =>
        Comb.Of(numbers) ?? (numbers.Where(value => value != Math.Floor(value)) is { } parts && parts.Total >= Math.Max(Fewest, 0.2 * numbers.Total) ? Comb.Of(parts) : null);

    Finding Told(VariableProfile variable, Comb comb, Dialect dialect)
    {
        var (label, value) = (variable.Variable.Label, variable.Variable.Value);
        var step = comb.Unit is { } unit ? $"a whole number of {unit}" : $"a multiple of {Says.Number(comb.Step)}";
        Sql places = $"{value} / {comb.Step}";
        return Draft.Of(
            Id, variable,
            $"{label} is {step} in {Says.Of(variable.Scaled(comb.Count), variable.Scaled(variable.Numbers.Total), "values")}, as when it was converted from another unit",
            variable.Scaled(comb.Count), $"{value} <> 0 AND abs({places} - {dialect.Round(places, 0)}) <= {comb.Near}") with
        {
            Weight = 0.2,
            Facts = new Dictionary<string, double>
            {
                ["step"] = comb.Step,
                ["fives"] = comb.Fives,
            },
        };
    }
}

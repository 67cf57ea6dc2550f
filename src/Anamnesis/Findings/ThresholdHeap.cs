using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Values gather on the comfortable side of a limit at which something is decided, and are missing just beyond it.</summary>
sealed class ThresholdHeap : IFindingKind
{
    const long FewestValues = 200;

    /// <summary>Limits at which treatment, quality or eligibility is decided; the comfortable side is below them.</summary>
    static readonly (string Known, double At, bool Inclusive)[] Decisive =
    [
        ("sbp", 140, false), ("sbp", 130, false), ("dbp", 90, false), ("dbp", 80, false), ("lvef", 35, true), ("lvef", 40, true), ("hba1c", 7, false), ("ldl", 70, false), ("ldl", 100, false), ("bmi", 30, false), ("bmi", 25, false),
    ];

    public string Id => "threshold-heap";

    public string Title => "Values gather at a limit";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from measured in Measured.Of(profile)
        let variable = measured.Variable
        where variable.Numbers.Total >= FewestValues
        let cliff = Seen(variable)
        where cliff is not null
        select Draft.Of(
            Id, variable,
            $"{variable.Variable.Label} lies just {(cliff.Inclusive ? "at or below" : "below")} {Says.Number(cliff.At)} in {Says.Of(variable.Scaled(cliff.Good), variable.Scaled(cliff.Good + cliff.Bad), "values")} around it, {Says.Number(Math.Round(cliff.Ratio, 1))} times what the values further away lead one to expect",
            variable.Scaled(cliff.Good), cliff.Inclusive
                ? (Sql)$"{variable.Variable.Value} > {cliff.At - cliff.Width} AND {variable.Variable.Value} <= {cliff.At}" : $"{variable.Variable.Value} >= {cliff.At - cliff.Width} AND {variable.Variable.Value} < {cliff.At}") with
        {
            Number = cliff.At,
            Weight = 0.3,
            Facts = new Dictionary<string, double> { ["ratio"] = cliff.Ratio, ["elsewhere"] = cliff.Elsewhere, ["good"] = cliff.Good, ["bad"] = cliff.Bad },
        };

    /// <summary>The steepest cliff at a limit of a known variable, or null.</summary>
    internal static Cliff? Seen(VariableProfile variable) => variable.Variable.Known is not { } known || variable.Rounded ? null
        : Decisive.Where(limit => limit.Known == known).Select(limit => Cliff.Of(variable.Numbers, limit.At, limit.Inclusive)).OfType<Cliff>().MaxBy(cliff => cliff.Ratio);
}

using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A patient's consecutive values are equal far more often than chance makes them.</summary>
sealed class RepeatedValue : IFindingKind
{
    const long LeastPairs = 100;
    const long LeastSame = 20;
    const double LeastRatio = 2; // equal pairs over those that the most frequent other step leads one to expect
    const double LeastShare = 0.03;
    const double MostShare = 0.9; // a value that never changes within a patient is an attribute of the patient
    const double MostExpected = 0.3; // coarser than this, ties are no news

    const int Vector = 3; // so many columns that repeat in one table are one finding

    public string Id => "repeated-value";

    public string Title => "The same value again and again in a patient";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Tables)
        {
            if (table.Reading.Of(Role.Patient) is not { } patient || table.Reading.Clock is not { } clock)
            {
                continue;
            }

            var repeated = Measured.In(table)
                .Where(MayRepeat)
                .Select(variable => (Variable: variable, Steps: Repetition.Of(table, variable, (patient, clock), dataset)))
                .Where(found => found.Steps is { } steps && steps.Share >= LeastShare && steps.Ratio >= LeastRatio)
                .Select(found => Told(table, found.Variable, found.Steps ?? throw new InvalidOperationException("Only variables with steps are left."), (patient, clock)))
                .ToList();
            var columns = repeated.Where(finding => finding.Where.Item is null).ToList();
            foreach (var finding in columns.Count >= Vector ? repeated.Except(columns).Append(Together(columns)) : repeated)
            {
                yield return finding;
            }
        }
    }

    /// <summary>Cheap: enough equal pairs, fine enough values, and no attribute of the patient.</summary>
    static bool MayRepeat(VariableProfile variable)
    {
        // doses, volumes and prices are set, not measured: only known variables can be copied instead of measured
        if (variable.Sequence is not { } sequence || variable.Variable.Known is not { } id || id == "age" || Variables.Find(id) is { Constant: true })
        {
            return false;
        }

        var pairs = sequence.Pairs - sequence.SameTime;
        var chance = variable.Numbers.Pairs.Sum(pair => (double)pair.Count / variable.Numbers.Total * pair.Count / variable.Numbers.Total);
        var share = pairs <= 0 ? 0 : (double)sequence.Same / pairs;
        return pairs >= LeastPairs && sequence.Same >= LeastSame && share < MostShare && sequence.ExpectedSame < MostExpected && chance < MostExpected
            && share >= LeastShare + Math.Max(chance, sequence.ExpectedSame) && variable.Numbers.Values.Count > 10;
    }

    static Finding Together(List<Finding> columns) => columns[0] with
    {
        Columns = [.. columns.Select(finding => finding.Columns[0])],
        Variable = null,
        Says = $"{columns.Count} columns equal the patient's previous values far more often than chance, up to {columns.Max(finding => finding.Count):N0} times in one column",
        Count = columns.Max(finding => finding.Count),
        Facts = new Dictionary<string, double> { ["share"] = columns.Max(finding => finding.Facts["share"]), ["ratio"] = columns.Max(finding => finding.Facts["ratio"]) },
    };

    static Finding Told(TableProfile table, VariableProfile variable, Repetition steps, (Column Patient, Column Clock) by) => Draft.Of(
        "repeated-value",
        variable,
        $"{variable.Variable.Label} equals the patient's previous value in {steps.Same:N0} of {steps.Pairs:N0} consecutive pairs ({(double)steps.Same / steps.Pairs:P0}), {steps.Ratio:0.#} times as often as its other steps lead one to expect",
        steps.Same,
        $"{variable.Variable.Value} IS NOT NULL") with
    {
        Denominator = steps.Pairs,
        Estimated = table.ForShares.OneIn > 1,
        Condition = null,
        Facts = new Dictionary<string, double> { ["share"] = steps.Share, ["ratio"] = steps.Ratio },
        Rows = Repeats(table, variable, by.Patient, by.Clock),
        Weight = (0.6 * steps.Share) + 0.2,
    };

    /// <summary>The query for the rows that repeat the patient's previous value.</summary>
    internal static Sql Repeats(TableProfile table, VariableProfile variable, Column patient, Column clock) => $"""
        SELECT patient, taken, value, previous
        FROM (SELECT {patient.Value} AS patient, {clock.Value} AS taken, {variable.Variable.Value} AS value,
                lag({variable.Variable.Value}) OVER (PARTITION BY {patient.Value} ORDER BY {clock.Value}) AS previous,
                lag({clock.Value}) OVER (PARTITION BY {patient.Value} ORDER BY {clock.Value}) AS before
            FROM {table.Table.From}
            WHERE {variable.Variable.Rows} AND {variable.Variable.Value} IS NOT NULL AND {clock.Value} IS NOT NULL) AS pairs
        WHERE value = previous AND taken > before
        """;
}

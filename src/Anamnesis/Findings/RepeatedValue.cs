using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A patient's consecutive values are equal far more often than chance makes them.</summary>
sealed class RepeatedValue : IFindingKind
{
    const long LeastPairs = 100;
    const long LeastSame = 20;
    const double LeastRatio = 3; // mechanisms.md, repeat_excess
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
            var repeated = Measured.In(table).Where(variable => IsMeasurement(table, variable) && Excess(variable) is not null).ToList();
            var columns = repeated.Where(variable => variable.Variable.Item is null).ToList();
            if (columns.Count >= Vector)
            {
                yield return Together(columns, Told(table, columns[0]));
                repeated = [.. repeated.Except(columns)];
            }

            foreach (var variable in repeated)
            {
                yield return Told(table, variable);
            }
        }
    }

    /// <summary>Observed share of equal consecutive pairs and how many times chance that is; null when nothing is out of the ordinary.</summary>
    internal static (double Share, double Ratio)? Excess(VariableProfile variable)
    {
        if (variable.Sequence is not { } sequence || variable.Variable.Known is { } id && Variables.Find(id) is { Constant: true })
        {
            return null;
        }

        var pairs = sequence.Pairs - sequence.SameTime;
        var share = pairs <= 0 ? 0 : (double)sequence.Same / pairs;
        var ratio = share / Math.Max(sequence.ExpectedSame, 0.002);
        return pairs >= LeastPairs && sequence.Same >= LeastSame && share is >= LeastShare and < MostShare && sequence.ExpectedSame < MostExpected && ratio >= LeastRatio
            && variable.Numbers.Values.Count > 10
                ? (share, ratio)
                : null;
    }

    /// <summary>An item, a known variable, or a value of a table that is not about events: prices and doses of equal events are equal.</summary>
    static bool IsMeasurement(TableProfile table, VariableProfile variable) =>
        variable.Variable.Item is not null || variable.Variable.Known is not null || (table.Reading.Layout is Layout.Wide && variable.Variable.Role == Role.Value);

    static Finding Together(List<VariableProfile> columns, Finding first)
    {
        var same = columns.Max(column => column.Scaled(column.Sequence?.Same ?? 0));
        return first with
        {
            Columns = [.. columns.Select(column => column.Variable.Column.Name)],
            Variable = null,
            Says = $"{columns.Count} columns equal the patient's previous values far more often than chance, up to {same:N0} times in one column.",
            Count = same,
        };
    }

    static Finding Told(TableProfile table, VariableProfile variable)
    {
        var sequence = variable.Sequence ?? throw new InvalidOperationException("Only variables with a sequence are told.");
        var (share, ratio) = Excess(variable).GetValueOrDefault();
        var same = variable.Scaled(sequence.Same);
        var (patient, clock) = (table.Reading.Of(Role.Patient), table.Reading.Clock);
        var finding = Draft.Of(
            "repeated-value",
            variable,
            $"{variable.Variable.Label} equals the patient's previous value in {same:N0} of {variable.Scaled(sequence.Pairs - sequence.SameTime):N0} consecutive pairs ({share:P0}), {ratio:0} times what chance gives.",
            same,
            $"{variable.Variable.Value} IS NOT NULL") with
        {
            Denominator = variable.Scaled(sequence.Pairs - sequence.SameTime),
            Condition = null,
            Weight = 0.6 * share + 0.2,
        };
        return patient is null || clock is null ? finding : finding with { Rows = Repeats(table, variable, patient, clock) };
    }

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

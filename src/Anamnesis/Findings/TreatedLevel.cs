using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A number lies much lower in those who are given a drug that lowers it: what is seen is the treated patient.</summary>
sealed class TreatedLevel : IFindingKind
{
    const double Least = 0.9; // standard deviations
    const double AtLeast = 0.75; // lower end of its interval: those who are given a beta blocker are slower by nature, too
    const long Fewest = 100; // values on either side

    /// <summary>Known variables and the drugs that lower them, by parts of their names.</summary>
    static readonly (string Known, string Drugs)[] Lowered = [("heart_rate", "olol|ivabradin|digoxin|diltiazem|verapamil"), ("sbp", "pril|sartan|dipin|clonidin|urapidil")];

    public string Id => "treated-level";

    public string Title => "A number is lowered by treatment";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => OnePlace.Also(profile, dataset, one => Everywhere(one, dataset));

    IEnumerable<Finding> Everywhere(Profile profile, Dataset dataset) =>
        from drugs in profile.Originals
        let drug = drugs.Variables.Where(IsDrugs).Select(variable => variable.Variable.Column).FirstOrDefault()
        where drug is not null
        from table in profile.Originals
        where table.Table.Name != drugs.Table.Name
        let keys = Keys(table, drugs)
        where keys is not null
        from effect in Lowered
        from measured in Measured.In(table).Where(variable => variable.Variable.Known == effect.Known && variable.Numbers.Total >= 2 * Fewest).Take(1)
        let finding = Of(table, measured, keys.Value.Mine, $"SELECT {keys.Value.Theirs.Value} FROM {drugs.Table.From} WHERE {dataset.Dialect.Matches($"lower({drug.Value})", effect.Drugs)} AND {keys.Value.Theirs.Value} IS NOT NULL", dataset)
        where finding is not null
        select finding;

    static bool IsDrugs(VariableProfile variable) => variable.Variable is { Item: null, Column.Kind: Kind.Text }
        && variable.Texts.Count(text => Lowered.Any(effect => System.Text.RegularExpressions.Regex.IsMatch(text.Text, effect.Drugs, System.Text.RegularExpressions.RegexOptions.IgnoreCase))) is var drugs
        && drugs >= 2 && drugs >= 0.02 * variable.Texts.Count && variable.Texts.Average(text => text.Text.Length) < 60;

    /// <summary>The stay of both tables, or else the patient.</summary>
    static (Column Mine, Column Theirs)? Keys(TableProfile table, TableProfile drugs)
    {
        foreach (var role in (Role[])[Role.Stay, Role.Patient])
        {
            if (table.Reading.Of(role) is { } mine && drugs.Reading.Of(role) is { } theirs && mine.Kind == theirs.Kind)
            {
                return (mine, theirs);
            }
        }

        return null;
    }

    Finding? Of(TableProfile table, VariableProfile measured, Column key, Sql treated, Dataset dataset)
    {
        var variable = measured.Variable;
        Sql isTreated = $"{key.Value} IN ({treated})";
        var (count, others, level, untreated, spread, error) = dataset.Row(
            $"""
            SELECT count(*) FILTER (WHERE treated), count(*) FILTER (WHERE NOT treated), avg(v) FILTER (WHERE treated), avg(v) FILTER (WHERE NOT treated), stddev_samp(v) FILTER (WHERE NOT treated),
              count(DISTINCT k) FILTER (WHERE treated), count(DISTINCT k) FILTER (WHERE NOT treated)
            FROM (SELECT {key.Value} AS k, {variable.Value} AS v, {isTreated} AS treated FROM {table.Table.From} WHERE {variable.Rows} AND {variable.Value} IS NOT NULL AND {key.Value} IS NOT NULL) AS measured
            """,
            row => (row.CountAt(0), row.CountAt(1), row.NumberAt(2) ?? 0, row.NumberAt(3) ?? 0, row.NumberAt(4) ?? 0, Math.Sqrt((1 / Math.Max(1, row.NumberAt(5) ?? 0)) + (1 / Math.Max(1, row.NumberAt(6) ?? 0)))));
        var effect = spread == 0 ? 0 : (untreated - level) / spread;
        return count < Fewest || others < Fewest || effect < Least || effect - (2 * error) < AtLeast ? null : Draft.Of(
            Id, measured, $"{variable.Label} is {Says.Number(Math.Round(level, 1))} on average in those who are given a drug that lowers it and {Says.Number(Math.Round(untreated, 1))} in the others: {count:N0} values are those of treated patients",
            count, $"{variable.Value} IS NOT NULL AND {isTreated}") with
        {
            Estimated = false,
            Weight = 0.2,
            Facts = new Dictionary<string, double> { ["effect"] = effect, ["treated"] = level, ["untreated"] = untreated },
        };
    }
}

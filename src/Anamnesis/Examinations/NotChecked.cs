using Anamnesis.Engines;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;
using Anamnesis.Questions;

namespace Anamnesis.Examinations;

/// <summary>Says what an examination did not look at, and why.</summary>
static class NotChecked
{
    internal static IReadOnlyList<string> In(Dataset dataset, Profile profile)
    {
        var said = new List<string>(dataset.NotChecked);
        said.AddRange(dataset.Tables.Where(table => table.RejectedRows > 0)
            .Select(table => $"{table.Name}: {table.RejectedRows} rows could not be read and were kept aside"));
        said.AddRange(profile.Tables.Where(table => table.OneIn > 1)
            .Select(table => $"{table.Table.Name}: values of single columns, sequences, duplicates and co-missing values were looked at in 1 of {table.OneIn} patients{Smaller(table)} "
                + "(a share p read from n sampled patients has a standard error of about sqrt(p (1 - p) / n)); rows, empty cells, extremes, days and the values of items "
                + "were counted in all; --exact reads all"));
        said.AddRange(profile.Tables.Where(table => table.Reading.Clock is null && table.Table.Columns.Count > 0)
            .Select(table => $"{table.Table.Name}: no time column was recognised, so nothing was said about changes over time"));
        said.AddRange(profile.Tables.Where(table => table.Reading.Of(Role.Site) is null && table.Table.Columns.Count > 0)
            .Select(table => $"{table.Table.Name}: no site or ward column was recognised, so sites were not compared"));
        return said;
    }

    /// <summary>What <c>anamnesis.yaml</c> says about tables and columns that are not there.</summary>
    internal static IEnumerable<string> Unused(Corrections? corrections, Dataset dataset)
    {
        foreach (var (name, columns) in corrections?.Columns ?? new Dictionary<string, IReadOnlyDictionary<string, Correction>>())
        {
            if (dataset.Tables.FirstOrDefault(table => table.Name == name) is not { } table)
            {
                yield return $"anamnesis.yaml: there is no table '{name}' (nearest: {Nearest.To(name, dataset.Tables.Select(table => table.Name))[0]}), so what it says about it was not used";
                continue;
            }

            foreach (var column in columns.Keys.Where(column => table.Columns.All(other => other.Name != column)))
            {
                yield return $"anamnesis.yaml: there is no column '{column}' in {name} (nearest: {Nearest.To(column, table.Columns.Select(other => other.Name))[0]}), so what it says about it was not used";
            }
        }
    }

    static string Smaller(TableProfile table) => table.ScreenedOneIn > table.OneIn ? $", levels by month and site in 1 of {table.ScreenedOneIn}" : string.Empty;

    /// <summary>Answers about findings that are not there, or no longer, and answers that do not hold on the day of the examination.</summary>
    internal static IEnumerable<string> Unused(IReadOnlyList<Answer> answers, IReadOnlyList<Diagnosis> diagnoses, DateOnly day) =>
        answers.Where(answer => diagnoses.All(diagnosis => diagnosis.Finding.Id != answer.Finding))
            .Select(answer => $"answers.yaml: there is no finding '{answer.Finding}' (now), so what the {answer.Role} said about it was not used")
            .Concat(answers.Where(answer => !answer.HoldsOn(day) && diagnoses.Any(diagnosis => diagnosis.Finding.Id == answer.Finding))
                .Select(answer => $"answers.yaml: what the {answer.Role} said about {answer.Finding} holds {(answer.ValidUntil < day ? $"until {answer.ValidUntil:yyyy-MM-dd}" : $"from {answer.ValidFrom:yyyy-MM-dd} on")}, so it was not used and is asked again"));
}

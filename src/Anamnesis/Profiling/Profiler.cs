using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Measures tables in few scans: the engine counts, this program computes.</summary>
public static class Profiler
{
    /// <summary>The profile of every table that has rows.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Profile Measure(Dataset dataset, IReadOnlyList<TableReading> readings, ProfileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(readings);
        options ??= new ProfileOptions();
        var filled = readings.Where(reading => reading.Table.Rows > 0).ToList();
        var total = Math.Max(1.0, filled.Sum(reading => (double)reading.Table.Rows));
        var tables = new List<TableProfile>();
        var done = 0.0;
        foreach (var reading in filled)
        {
            options.Progress?.Report(new Step($"measuring {reading.Table.Name}", done / total));
            tables.Add(Table(dataset, reading, options));
            done += reading.Table.Rows;
        }

        return new Profile { Tables = tables, Links = Links.Between(dataset, tables) };
    }

    static TableProfile Table(Dataset dataset, TableReading reading, ProfileOptions options)
    {
        var patient = reading.Of(Role.Patient);
        var (patients, most) = patient is null ? (0, 0) : PatientMeasures.Of(dataset, reading.Table, patient);
        var sample = Sample.Of(dataset, reading, options.SampleRows(reading.Columns.Count));
        var sorted = Sample.Sorted(dataset, reading, options, sample);
        var variables = ColumnMeasures.Of(dataset, reading, sample, sorted, repeats: most > 1).ToList();
        if (reading.Layout == Layout.Long)
        {
            variables.AddRange(ItemMeasures.Of(dataset, reading, sample));
        }

        var patterned = variables.Where(v => v.Variable.Item is null && v.Missing > 0 && v.Present > 0).Select(v => v.Variable.Column).Take(PatternMeasures.MostColumns).ToList();
        return new TableProfile
        {
            Reading = reading,
            Variables = variables,
            Clocks = ClockMeasures.Of(dataset, reading, sample),
            Lags = LagMeasures.Of(dataset, reading, sorted),
            Patterned = patterned,
            Patterns = PatternMeasures.Of(dataset, patterned, sample),
            OneIn = sample.OneIn,
            Sampled = sample.OneIn > 1 ? sample.From : null,
            Screened = sorted.OneIn > sample.OneIn ? sorted.From : null,
            ScreenedOneIn = sorted.OneIn,
            DuplicateRows = DuplicateMeasures.Of(dataset, reading, sample, variables),
            Patients = patients,
            MostRowsOfOnePatient = most,
        };
    }
}

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

        var profile = new Profile { Tables = tables, Copies = Copies.Among(dataset, tables) };
        return profile with { Links = Links.Between(dataset, profile.Originals) };
    }

    /// <summary>Measured again where numbers or times turn out to be out of range, which neither the source told nor the first rows showed.</summary>
    static TableProfile Table(Dataset dataset, TableReading reading, ProfileOptions options)
    {
        var profile = Measured(dataset, reading, options);
        var odd = profile.Variables.Where(variable => variable.IsOutOfRange).Select(variable => variable.Variable.Column).Concat(profile.Clocks.Where(clock => clock.IsOutOfRange).Select(clock => clock.Column)).ToHashSet();
        Column Guarded(Column column) => odd.Contains(column) ? OutOfRange.Guarded(column) : column;
        return odd.Count == 0 ? profile : Measured(dataset, reading with
        {
            Table = reading.Table with { Columns = [.. reading.Table.Columns.Select(Guarded)] },
            Columns = [.. reading.Columns.Select(column => column with { Column = Guarded(column.Column) })],
        }, options);
    }

    static TableProfile Measured(Dataset dataset, TableReading reading, ProfileOptions options)
    {
        var (patients, most) = reading.Of(Role.Patient) is { } patient ? PatientMeasures.Of(dataset, reading.Table, patient) : (0, 0);
        var sample = Sample.Of(dataset, reading, options.SampleRows(reading.Table.Rows, reading.Columns.Count));
        var sorted = Sample.Sorted(dataset, reading, options, sample);
        var few = Sample.Few(dataset, reading, sorted);
        IReadOnlyList<VariableProfile> columns = [], items = [];
        IReadOnlyList<TextCount> units = [];
        IReadOnlyList<ClockProfile> clocks = [];
        IReadOnlyList<LagProfile> lags = [];
        SideBySide.Do(
            () => (items, units) = reading.Layout == Layout.Long ? ItemMeasures.Of(dataset, reading, sample) : ([], []),
            () => clocks = ClockMeasures.Of(dataset, reading, sample),
            () => lags = LagMeasures.Of(dataset, reading, sorted),
            () => columns = ColumnMeasures.Of(dataset, reading, sample, sorted, repeats: most > 1));
        var patterned = columns.Where(v => Absence.Empty(v) > 0 && v.Present > 0).Select(Absence.Held).Take(PatternMeasures.MostColumns).ToList();
        IReadOnlyList<MissingPattern> patterns = [];
        var duplicates = 0L;
        SideBySide.Do(
            () => patterns = PatternMeasures.Of(dataset, patterned, sample),
            () => duplicates = DuplicateMeasures.Of(dataset, reading, sample, columns, most));
        return new TableProfile
        {
            Reading = reading,
            Variables = [.. columns, .. items],
            Units = units,
            Clocks = clocks,
            Lags = lags,
            Patterned = patterned,
            Patterns = patterns,
            OneIn = sample.OneIn,
            Sampled = sample.OneIn > 1 ? sample.From : null,
            Screened = sorted.OneIn > sample.OneIn ? sorted.From : null,
            ScreenedOneIn = sorted.OneIn,
            Few = few.From,
            DuplicateRows = duplicates,
            Patients = patients,
            MostRowsOfOnePatient = most,
        };
    }
}

using Anamnesis.Engines;
using Anamnesis.Examinations;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;
using Anamnesis.Simulation;
using Anamnesis.Sources;

namespace Anamnesis.Findings;

/// <summary>Plants examined as files in every form that the laws speak of, each form once.</summary>
public sealed class PlantBed
{
    readonly Dictionary<(string Kind, PlantForm Form), IReadOnlyList<Seen>> _seen = [];
    readonly Dictionary<string, IReadOnlyList<TableReading>> _readings = new(StringComparer.Ordinal);

    /// <summary>A finding as it was told, with what its query gave.</summary>
    internal sealed record Seen(Finding Finding, string? First, long Shown, Verdict Verdict);

    internal IReadOnlyList<Seen> Of(string kind, PlantForm form)
    {
        if (!_seen.TryGetValue((kind, form), out var seen))
        {
            using var folder = new TempFolder();
            Write(Plants.All.Single(plant => plant.Kind == kind), form, folder);
            using var dataset = Address.Open(folder.Path, new Opening());
            var examination = Examiner.Examine(dataset);
            if (form == PlantForm.Plain)
            {
                _readings[kind] = [.. examination.Profile.Tables.Select(table => table.Reading)];
            }

            _seen[(kind, form)] = seen = Look(dataset, examination);
        }

        return seen;
    }

    /// <summary>The tables of all plants in one folder, examined together.</summary>
    internal static IReadOnlyList<Seen> All(PlantForm form)
    {
        using var folder = new TempFolder();
        foreach (var plant in Plants.All)
        {
            foreach (var table in plant.Tables)
            {
                folder.File($"{plant.Kind} {table.Name}.csv", string.Join('\n', [table.Header, .. Lines(table, form), string.Empty]));
            }
        }

        using var dataset = Address.Open(folder.Path, new Opening());
        return Look(dataset, Examiner.Examine(dataset));
    }

    /// <summary>What is found in the untouched truth of a clinic.</summary>
    internal IReadOnlyList<Seen> Truth => field ??= InTruth(wide: false);

    /// <summary>The same with all that a hospital hands over.</summary>
    internal IReadOnlyList<Seen> WideTruth => field ??= InTruth(wide: true);

    static IReadOnlyList<Seen> InTruth(bool wide)
    {
        using var clinic = Clinic.Open(new ClinicPlan(3, 700, []) { Wide = wide });
        using var record = clinic.Record("clinic");
        return Look(record, Examiner.Examine(record));
    }

    /// <summary>The findings of an examination with the rows that their queries show.</summary>
    internal static IReadOnlyList<Seen> Look(Dataset dataset, Examination examination) =>
    [
        .. examination.Diagnoses.Select(diagnosis => new Seen(
            diagnosis.Finding, diagnosis.Differential[0].Mechanism, (long)dataset.Number($"SELECT count(*) FROM ({diagnosis.Finding.Rows}) AS shown"), diagnosis.Verdict)),
    ];

    /// <summary>The name of a column where all names are hidden; the same column of two tables keeps one name.</summary>
    internal static string Hidden(string kind, string column)
    {
        var names = Plants.All.Single(plant => plant.Kind == kind).Tables.SelectMany(table => table.Header.Split(',')).Distinct().ToList();
        return $"c{names.IndexOf(column) + 1}";
    }

    void Write(Plant plant, PlantForm form, TempFolder folder)
    {
        foreach (var table in plant.Tables)
        {
            var header = form == PlantForm.Renamed ? string.Join(',', table.Header.Split(',').Select(column => Hidden(plant.Kind, column))) : table.Header;
            var path = folder.File($"{table.Name}.csv", string.Join('\n', [header, .. Lines(table, form), string.Empty]));
            if (form is PlantForm.Parquet or PlantForm.ParquetOfTexts)
            {
                Copied.To(Path.ChangeExtension(path, "parquet"), $"SELECT * FROM read_csv({path}, delim = ',', quote = '\"', escape = '\"', header = true, all_varchar = {form == PlantForm.ParquetOfTexts})");
                File.Delete(path);
            }
        }

        if (form == PlantForm.Renamed)
        {
            Of(plant.Kind, PlantForm.Plain);
            CorrectionsFile.Write(folder.At("anamnesis.yaml"), [.. _readings[plant.Kind].Select(reading => Renamed(plant.Kind, reading))]);
        }
    }

    static IEnumerable<string> Lines(Plant.Table table, PlantForm form)
    {
        var lines = table.Lines(form == PlantForm.Longer ? 1.3 : 1).ToList();
        return form switch
        {
            PlantForm.Shuffled => lines.Index().OrderBy(line => Draw.For(1, "shuffle", line.Index).Uniform()).Select(line => line.Item),
            PlantForm.OneRow => lines.Take(1),
            PlantForm.AllNull => lines.Take(40).Select(_ => new string(',', table.Header.Count(letter => letter == ','))),
            _ => lines,
        };
    }

    static TableReading Renamed(string kind, TableReading reading) => reading with
    {
        Columns = [.. reading.Columns.Select(column => column with { Column = column.Column with { Name = Hidden(kind, column.Column.Name) } })],
    };
}

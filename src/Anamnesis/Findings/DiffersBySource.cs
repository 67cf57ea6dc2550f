using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>One number differs by who, how or where it was measured, while the other numbers of the same rows do not.</summary>
sealed class DiffersBySource : IFindingKind
{
    const int MostNumbers = 30; // a table
    const int FewestDistinct = 8;
    const int MostLevels = 60;
    const long FewestOfLevel = 20;
    const long FewestRows = 200;
    const double LeastByPerson = 0.03; // share of the spread that the source accounts for, beyond chance
    const double LeastByWay = 0.05;
    const double LeastByPlace = 0.12; // other patients come to another place
    const double Alone = 3; // times what it accounts for in the other numbers
    const double LeastGap = 0.3; // between two sources, in standard deviations

    /// <summary>Words of columns that say how, with what or in which situation something was measured.</summary>
    static readonly string[] Ways =
    [
        "method", "methode", "metoda", "geraet", "aparat", "machine", "cuff", "posture", "modality", "specimen", "analyser", "analyzer", "technique", "technika", "technik", "sensor", "probe", "messort", "koerperlage",
    ];

    public string Id => "differs-by-source";

    public string Title => "One number differs by who, how or where it was measured";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Originals.Where(table => table.Reading.Layout != Layout.Long))
        {
            var numbers = Measured.In(table).Where(number => number.Variable.Item is null && number.Variable is { Role: Role.Value, Known: not "age" } && number.Numbers.Values.Count >= FewestDistinct && number.Numbers.Total >= FewestRows && TwoHumps.Seen(number) is null) // humps are told as such
                .Take(MostNumbers).ToList();
            var told = (numbers.Count < 2 ? [] : Sources(table)).Select(source => Of(table, numbers, source, dataset)).OfType<Finding>().ToList();
            foreach (var finding in told.Where(one => one.Facts["house"] == 0 || !told.Exists(other => other.Facts["house"] == 0 && other.Facts["person"] == 0 && other.Columns[0] == one.Columns[0]))) // a ward of it was told
            {
                yield return finding;
            }
        }
    }

    static IEnumerable<ColumnReading> Sources(TableProfile table) =>
        from column in table.Reading.Columns
        where column.Role is Role.User or Role.Site || (column.Role is Role.Category or Role.Other && NameTokens.Of(column.Column.Name).Has(Ways))
        where table.Column(column.Column.Name) is { Distinct: >= 2 and <= MostLevels }
        select column;

    /// <summary>The number that differs most by a source, within places where the source is finer than they are.</summary>
    Finding? Of(TableProfile table, List<VariableProfile> numbers, ColumnReading source, Dataset dataset)
    {
        var places = table.Reading.Columns.Where(column => column.Role == Role.Site && column.Column.Name != source.Column.Name && table.Column(column.Column.Name) is { Distinct: >= 2 } place && place.Distinct < table.Column(source.Column.Name)!.Distinct) // a source has a profile
            .MinBy(column => table.Column(column.Column.Name)!.Distinct); // just seen
        var differences = SourceDifference.Of(table, numbers, source.Column, places?.Column, FewestOfLevel, dataset);
        var worth = from place in differences
                    let one = Worth([.. place], source.Role)
                    where one is not null
                    orderby place.Key is null descending, one.Value.Most.Share descending
                    select one;
        if (worth.FirstOrDefault() is not var (most, usual))
        {
            return null;
        }

        var (number, column, person) = (most.Number.Variable, source.Column, source.Role == Role.User);
        Sql here = most.Place is null ? (Sql)$"" : $" AND {dataset.Dialect.ToText(places!.Column.Value)} = {most.Place}"; // only then are there places
        Sql condition = $"{number.Value} IS NOT NULL AND {column.Value} IS NOT NULL{here}";
        var at = most.Place is null ? string.Empty : $"at {places!.Column.Name} {RecognitionItems.Plain(most.Place)} ";
        var count = (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {condition}");
        return Draft.Of(
            Id, table.Table, [number.Column, column],
            $"{at}{number.Label} differs by {column.Name}: the averages of its {Says.Count(most.Levels)} values lie up to {Says.Number(Math.Round(most.Gap, 1))} standard deviations apart, while the other numbers of these {Says.Count(count)} rows hardly differ",
            (count, count), condition) with
        {
            Where = new Where(Site: most.Place),
            Weight = 0.3,
            Facts = new Dictionary<string, double> { ["share"] = most.Share, ["others"] = usual, ["gap"] = most.Gap, ["person"] = person ? 1 : 0, ["house"] = source.Role == Role.Site && places is null ? 1 : 0, ["levels"] = most.Levels },
        };
    }

    /// <summary>The number that differs most, where the others hardly do; and how much they do.</summary>
    static (SourceDifference Most, double Usual)? Worth(List<SourceDifference> differences, Role role)
    {
        var most = differences.MaxBy(difference => difference.Share)!; // a place has some
        var others = differences.Where(difference => difference != most).Select(difference => difference.Share).Order().ToList();
        var usual = others.Count == 0 ? 0 : Math.Max(0, others[others.Count / 2]);
        var least = role switch { Role.User => LeastByPerson, Role.Site => LeastByPlace, _ => LeastByWay };
        return most.Share < Math.Max(least, most.Place is null ? 0 : most.Chance) || most.Gap < LeastGap || most.Share < Alone * usual || most.Rows < FewestRows ? null : (most, usual);
    }
}

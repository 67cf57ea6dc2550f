using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>The people of one place, or of one table among tables of one layout, differ from the others in age or in what became of them.</summary>
sealed class CaseMix : IFindingKind
{
    const int Fewest = 50; // rows of a place
    const int MostPlaces = 60;
    const double Apart = 0.5; // of a standard deviation of the age
    const double Points = 0.25; // of the share with the outcome

    public string Id => "case-mix";

    public string Title => "Other people at one place than at the others";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        profile.Originals.SelectMany(table => ByPlace(table, dataset)).Concat(ByTable(profile));

    IEnumerable<Finding> ByPlace(TableProfile table, Dataset dataset)
    {
        var site = CoarsestPlace.Of(table, MostPlaces);
        if (site is null || table.Reading.Layout == Layout.Long)
        {
            yield break;
        }

        var age = table.Variables.FirstOrDefault(IsAge)?.Variable.Column;
        var sickness = Sickness.In(table);
        Sql years = age is null ? (Sql)$"CAST(NULL AS DOUBLE PRECISION)" : age.Value;
        Sql ill = sickness is null ? (Sql)$"CAST(NULL AS DOUBLE PRECISION)" : $"CASE WHEN {sickness.Sicker} THEN 1.0 WHEN NOT ({sickness.Sicker}) THEN 0.0 END";
        var places = dataset.Rows(
            $"SELECT {dataset.Dialect.ToText(site.Value)}, count(*), count({years}), coalesce(sum({years}), 0), coalesce(sum({years} * {years}), 0), count({ill}), coalesce(sum({ill}), 0) FROM {table.Table.From} WHERE {site.Value} IS NOT NULL GROUP BY 1 HAVING count(*) >= {Fewest} ORDER BY 1",
            row => new Place(row.TextAt(0)!, row.CountAt(1), row.NumberAt(2) ?? 0, row.NumberAt(3) ?? 0, row.NumberAt(4) ?? 0, row.NumberAt(5) ?? 0, row.NumberAt(6) ?? 0)); // not null by WHERE
        if (places.Count < 2)
        {
            yield break;
        }

        if (age is not null && places.MaxBy(place => Math.Abs(InDeviations(place, places))) is { } far && Math.Abs(InDeviations(far, places)) is var apart and >= Apart)
        {
            yield return Told(table, age, site, far, $"{age.Name} is {Says.Number(Math.Round(far.Mean, 1))} in the mean at {RecognitionItems.Plain(far.Name)} and {Says.Number(Math.Round(Rest(far, places).Mean, 1))} elsewhere: {Says.Number(Math.Round(apart, 2))} standard deviations apart", ("apart", apart));
        }

        if (sickness is not null && sickness.Column.Name != site.Name && places.Where(place => place.Known >= Fewest).OrderByDescending(place => Math.Abs(place.Ill - Rest(place, places).Ill)).FirstOrDefault() is { } odd
            && Math.Abs(odd.Ill - Rest(odd, places).Ill) is var points and >= Points)
        {
            yield return Told(table, sickness.Column, site, odd, $"{sickness.Says} in {Says.Share(odd.Ill)} at {RecognitionItems.Plain(odd.Name)} and in {Says.Share(Rest(odd, places).Ill)} elsewhere", ("points", points));
        }
    }

    Finding Told(TableProfile table, Column about, Column site, Place place, string says, (string Name, double Value) fact) =>
        Draft.Of(Id, table.Table, [about, site], says, (place.Rows, table.Table.Rows), $"{site.Value} = {place.Name}") with
        {
            Where = new Where(Site: place.Name),
            Weight = 0.4,
            Facts = new Dictionary<string, double> { [fact.Name] = fact.Value, ["outcome"] = fact.Name == "points" ? 1 : 0 },
        };

    /// <summary>Tables of one layout, as several places deliver them: the outcome as a number with one cut for all.</summary>
    IEnumerable<Finding> ByTable(Profile profile)
    {
        foreach (var same in profile.Originals.Where(table => table.Table.Rows >= Fewest && table.Table.Columns.Count >= 5).GroupBy(table => string.Join('\u001f', table.Table.Columns.Select(column => column.Name))).Where(group => group.Count() > 1))
        {
            var outcomes = same.Select(table => (Table: table, Outcome: table.Variables.FirstOrDefault(variable => IsGraded(variable, Role.Outcome)) ?? Last(table))).ToList();
            if (outcomes.Exists(one => one.Outcome is null))
            {
                continue;
            }

            var low = outcomes.CountBy(one => one.Outcome!.Numbers.Min).MaxBy(count => count.Value).Key; // none is null
            var shares = outcomes.FindAll(one => one.Outcome!.Numbers.Min == low).ConvertAll(one => (one.Table, one.Outcome, Ill: one.Outcome!.Numbers.Where(value => value > low).Total, All: one.Outcome.Numbers.Total)); // none is null
            var (most, least) = (shares.MaxBy(one => (double)one.Ill / one.All), shares.MinBy(one => (double)one.Ill / one.All));
            var points = ((double)most.Ill / most.All) - ((double)least.Ill / least.All);
            if (points >= Points && most.Outcome is { } outcome && outcome.OneIn == 1)
            {
                yield return Draft.Of(
                    Id, most.Table.Table, [outcome.Variable.Column],
                    $"{outcome.Variable.Label} is above {Says.Number(low)} in {Says.Share((double)most.Ill / most.All)} here and in {Says.Share((double)least.Ill / least.All)} in {least.Table.Table.Name}, a table of the same layout",
                    (most.Ill, most.All), $"{outcome.Variable.Value} > {low}") with
                { Token = "tables", Weight = 0.4, Facts = new Dictionary<string, double> { ["points"] = points, ["outcome"] = 1, ["tables"] = shares.Count } };
            }
        }
    }

    static bool IsGraded(VariableProfile variable, Role role) => variable.Variable is { Item: null, Column.Kind: Kind.Number } column && column.Role == role && variable.Numbers.Values.Count is >= 1 and <= 6;

    /// <summary>The last column of a table without names, which is where tables made for models keep what is to be told.</summary>
    static VariableProfile? Last(TableProfile table) =>
        table.Table.Columns.All(column => IdentifierRules.SaysNothing(NameTokens.Of(column.Name))) ? table.Variables.FirstOrDefault(variable => variable.Variable.Column == table.Table.Columns[^1] && IsGraded(variable, Role.Category)) : null;

    static bool IsAge(VariableProfile variable) => variable.Variable is { Item: null, Known: "age", KnownConfidence: >= 0.6 } && variable.Numbers.Total >= 2 * Fewest;

    static Place Rest(Place place, IReadOnlyList<Place> places)
    {
        var others = places.Where(other => other.Name != place.Name).ToList();
        return new Place(string.Empty, others.Sum(one => one.Rows), others.Sum(one => one.Aged), others.Sum(one => one.Sum), others.Sum(one => one.Squares), others.Sum(one => one.Known), others.Sum(one => one.IllRows));
    }

    static double InDeviations(Place place, IReadOnlyList<Place> places)
    {
        var rest = Rest(place, places);
        return place.Aged < Fewest || rest.Aged < Fewest ? 0 : (place.Mean - rest.Mean) / Math.Max(1e-9, Math.Sqrt((place.Variance + rest.Variance) / 2));
    }

    /// <summary>A place with the sums that its means are made of.</summary>
    sealed record Place(string Name, long Rows, double Aged, double Sum, double Squares, double Known, double IllRows)
    {
        internal double Mean => Sum / Math.Max(1, Aged);

        internal double Variance => Math.Max(0, (Squares / Math.Max(1, Aged)) - (Mean * Mean));

        internal double Ill => IllRows / Math.Max(1, Known);
    }
}

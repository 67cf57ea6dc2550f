using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Findings.Statistics;
using Anamnesis.Mechanisms.Values;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Coding;

/// <summary>A local code was mapped to the wrong concept, or to none.</summary>
sealed class LocalCodeMisMapping : IMechanism
{
    const double Alike = 0.3; // Kolmogorov-Smirnov distance to another measured thing
    const double Bound = 0.8; // Cramér's V of odd values and site
    const int MostOthers = 60;
    const double Unexpected = 0.5; // measured things that would look alike by chance, of all that were compared
    const int FewestTests = 6; // below, two are much of them anyway
    internal const double Nearly = 0.9; // all of the repeated results

    public string Id => "local-code-mis-mapping";

    public IReadOnlyList<string> Explains => ["site-apart", "two-humps", "impossible-value", "synonym-codes", "source-systems", "disguised-missing", "several-versions"];

    public IReadOnlyList<Sign> Signs(Case @case) => @case.Finding.Kind switch
    {
        "source-systems" => [Sign.Support("their codes were brought under no common one", @case.Finding.Facts["codes"], true)],
        "synonym-codes" => [Sign.Support($"{@case.Finding.Count} names stand under the codes of two systems and were brought under no common one", @case.Finding.Count, true)],
        "disguised-missing" => OfUnmapped(@case),
        "several-versions" => OfVersions(@case),
        _ => OfValues(@case),
    };

    static IReadOnlyList<Sign> OfVersions(Case @case)
    {
        var two = OfTwoTests(@case);
        return
        [
            Sign.Strong($"{Says.Share(two ?? 0)} of the repeated results are of one or two tests: one of another test stands under their code", two, two >= Nearly),
            Sign.Against("results of many tests are repeated, or of the few that there are", two, !(two >= Nearly)),
        ];
    }

    /// <summary>Share of the repeated results that are of the two tests with most of them; null where few tests are measured.</summary>
    internal static double? OfTwoTests(Case @case)
    {
        if (@case.Finding is not { Kind: "several-versions", Condition: { } condition } || @case.Table.Reading.Of(Role.Item) is not { } item || @case.Table.Variables.Count(one => one.Variable.Item is not null) < FewestTests)
        {
            return null;
        }

        var counts = @case.Dataset.Rows($"SELECT count(*) FROM {@case.Table.Table.From} WHERE {condition} GROUP BY {item.Key} ORDER BY 1 DESC", row => row.CountAt(0)).ToList();
        return counts.Count == 0 ? null : (double)counts.Take(2).Sum() / counts.Sum();
    }

    static IReadOnlyList<Sign> OfUnmapped(Case @case)
    {
        var concept = @case.Finding.Columns.Count > 0 && NameTokens.Of(@case.Finding.Columns[0]) is var name && name.Has("concept", "snomed", "loinc", "rxnorm", "mapped");
        return
        [
            Sign.Strong("the column names concepts of a common vocabulary, and 0 stands where a local code found none", @case.Finding.Number, concept && @case.Finding.Number == 0),
            Sign.Against("the column holds no codes of a common vocabulary", null, !concept),
        ];
    }

    static IReadOnlyList<Sign> OfValues(Case @case)
    {
        if (@case.Variable is not { } variable || @case.Finding.Condition is not { } condition)
        {
            return [];
        }

        var apart = @case.Finding.Kind == "site-apart";
        var (odd, rest) = SiteApart.Values(@case.Dataset, variable.Variable, condition);
        var like = Like(@case, variable, odd);
        var unit = Converted.Of(variable, odd, rest);
        var ages = @case.Finding.Kind == "two-humps" ? AgesApart(@case, condition) : null;
        var source = apart ? null : Source.Of(@case);
        return
        [
            Sign.Strong($"these values have the form of {like?.Name ?? "no other measured thing"} (distance {like?.Distance ?? 1:0.00}{(like is { } seen ? $", of {seen.Compared} compared" : string.Empty)}), not of {variable.Variable.Label} elsewhere", like?.Distance, unit is null && ages is null && like is { IsAlike: true }),
            Sign.Strong($"one site's values lie apart (distance {@case.Finding.Facts.GetValueOrDefault("distance"):0.00}), {@case.Finding.Facts.GetValueOrDefault("apart"):0} of its {@case.Finding.Facts.GetValueOrDefault("measured"):0} measured things do", @case.Finding.Facts.GetValueOrDefault("distance"), apart && unit is null && @case.Finding.Facts["apart"] <= 2),
            Sign.Support($"which values are odd is told by {source?.By ?? "no column"} (strength {source?.V ?? 0:0.00} of 1)", source?.V, unit is null && source?.V >= Bound),
            Sign.Against($"the age tells the humps apart (at {Says.Number(Math.Round(ages ?? 0))}): children and adults", ages, ages is not null),
            Sign.Against($"{Says.Share(unit?.Share ?? 0)} of the values apart are ordinary ones in {unit?.Unit ?? "another unit"}", unit?.Share, unit is not null),
            Sign.Against("they look like no other measured thing, and no one site has them", null, !apart && like is not { IsAlike: true } && !(source?.V >= Bound)),
        ];
    }

    /// <param name="Name">The other measured thing that the odd values look most alike.</param>
    /// <param name="Distance">How far they are from it.</param>
    /// <param name="Compared">With how many they were compared.</param>
    /// <param name="IsAlike">It is near, and among so many none would be near by chance.</param>
    sealed record Resemblance(string Name, double Distance, int Compared, bool IsAlike);

    static Resemblance? Like(Case @case, VariableProfile variable, Frequencies odd)
    {
        var others = Measured.In(@case.Table).Where(other => other.Variable.Label != variable.Variable.Label && other.Numbers.Values.Count > 10).Take(MostOthers).ToList();
        if (odd.Total < 20 || others.Count == 0)
        {
            return null;
        }

        var (name, distance) = others.Select(other => (other.Variable.Label, Distance: Distance.Of(odd, other.Numbers))).MinBy(pair => pair.Distance);
        return new Resemblance(name, distance, others.Count, distance < Alike && ByChance(others) < Unexpected);
    }

    /// <summary>How many of the others a further one would look alike, by how many of their pairs do: standardised measurements all have one form.</summary>
    static double ByChance(List<VariableProfile> others)
    {
        var alike = others.Index().Sum(one => others.Skip(one.Index + 1).Count(other => Distance.IsBelow(Alike, one.Item.Numbers, other.Numbers)));
        return 2.0 * alike / others.Count;
    }

    /// <summary>An age between the rows apart and the others, when nearly all of the one are younger and of the other older; else null.</summary>
    static double? AgesApart(Case @case, Sql condition)
    {
        var age = @case.Table.Variables.FirstOrDefault(one => one.Variable is { Item: null, Known: "age", Column.Kind: Kind.Number })?.Variable.Column;
        if (age is null)
        {
            return null;
        }

        var quantiles = @case.Dataset.Dialect.Quantiles(age.Value, 0.1, 0.9);
        var sides = @case.Dataset.Rows(
            $"SELECT CASE WHEN {condition} THEN 1 ELSE 0 END, {quantiles[0]}, {quantiles[1]} FROM {@case.Table.Table.From} WHERE {age.Value} IS NOT NULL GROUP BY 1 ORDER BY 1",
            row => (Low: row.NumberAt(1) ?? double.NaN, High: row.NumberAt(2) ?? double.NaN));
        return sides is [var one, var other] && (one.High < other.Low || other.High < one.Low) ? (Math.Max(one.Low, other.Low) + Math.Min(one.High, other.High)) / 2 : null;
    }

    /// <summary>At one site the mapping has two lines exchanged: the short names of blood glucose and urea nitrogen were taken for each other.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.labs AS labs SET test = CASE labs.test WHEN 'glucose' THEN 'urea' ELSE 'glucose' END
        FROM {setting.Draws("labs")} AS d
        WHERE d.row_id = labs.row_id AND labs.test IN ('glucose', 'urea') AND labs.site = (SELECT max(site) FROM record.labs) AND d.u1 < {setting.Severity * 1.6}
        """,
    ];
}

using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>One measured thing lies elsewhere at one site than at all others, while most of what that site measures does not.</summary>
sealed class SiteApart : IFindingKind
{
    const double LeastDistance = 0.6; // Kolmogorov-Smirnov, mechanisms.md
    const double Chance = 0.2; // by which the distance of a sample of FewestRows may be too small: 1.36 / √50
    const double LeastShift = 0.75; // of the interquartile range, before anything is counted
    const double Together = 0.5; // of the shift: how far the other sites may lie from each other
    const double Likewise = 0.8; // of the share of numbers at the others: where the low ones are written as limits, the rest lies higher
    const long FewestRows = 50; // of a site
    const int FewestSites = 3; // of two nobody knows which one is odd
    const int MostSites = 60;
    const double MostApart = 0.3; // of a site's measured things; beyond, its patients are others

    public string Id => "site-apart";

    public string Title => "One site's values lie elsewhere";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Originals)
        {
            if (table.Reading.Of(Role.Site) is not { } site || table.Column(site.Name)?.Distinct is not (>= FewestSites and <= MostSites))
            {
                continue;
            }

            var measured = Measured.In(table).Where(variable => variable.Numbers.Values.Count > 10 && TwoHumps.Seen(variable) is null).ToList(); // humps are told as such
            var apart = measured.Select(variable => (Variable: variable, Site: Odd(variable))).Where(pair => pair.Site is not null).ToList();
            var few = apart.Where(pair => apart.Count(other => other.Site == pair.Site) <= Math.Max(2, MostApart * measured.Count)).Select(pair => (pair.Variable, Site: pair.Site!)).ToList(); // filtered
            var seen = table.ForShares.OneIn == 1 ? few : [.. few.Zip(AtSites.Of(dataset, table, table.ForShares.From, site, few)).Where(pair => MayLieApart(pair.Second)).Select(pair => pair.First)];
            foreach (var ((variable, place), values) in seen.Zip(AtSites.Of(dataset, table, table.Table.From, site, seen)))
            {
                if (Told(variable, site, place, dataset.Dialect, values, (apart.Count(other => other.Site == place), measured.Count)) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>The site whose middle lies far from those of all others, which lie together.</summary>
    static string? Odd(VariableProfile variable)
    {
        var sites = variable.Cells.Where(cell => cell.Site is not null && cell.Present > 0 && (cell.Median ?? cell.Mean) is not null)
            .AggregateBy(cell => cell.Site!, (Rows: 0L, Present: 0L, Level: 0.0), (sum, cell) => (sum.Rows + cell.Rows, sum.Present + cell.Present, sum.Level + (cell.Present * (cell.Median ?? cell.Mean ?? 0))))
            .Select(site => (Site: site.Key, Rows: site.Value.Present, Filled: site.Value.Present / (double)site.Value.Rows, Middle: site.Value.Level / site.Value.Present))
            .Where(one => one.Rows >= FewestRows).OrderBy(one => one.Middle).ToList();
        if (sites.Count < FewestSites)
        {
            return null;
        }

        var range = Math.Max(1e-9, variable.Numbers.Quantile(0.75) - variable.Numbers.Quantile(0.25));
        var (low, high) = (sites[1].Middle - sites[0].Middle, sites[^1].Middle - sites[^2].Middle);
        var (shift, odd, spread) = high > low ? (high, sites[^1].Site, sites[^2].Middle - sites[0].Middle) : (low, sites[0].Site, sites[^1].Middle - sites[1].Middle);
        var (here, elsewhere) = (sites.Find(one => one.Site == odd).Filled, sites.Where(one => one.Site != odd).Min(one => one.Filled));
        return shift >= LeastShift * range && spread <= Together * shift && here >= Likewise * elsewhere ? odd : null;
    }

    /// <summary>Sampled rows lie apart, or nearly so; all rows are counted for these only.</summary>
    static bool MayLieApart(AtSites sampled) => !(Distance.Of(sampled.There, sampled.Elsewhere) < LeastDistance - Chance);

    static Finding? Told(VariableProfile variable, Column site, string place, Dialect dialect, AtSites values, (int Apart, int Measured) things)
    {
        var (there, elsewhere) = (values.There, values.Elsewhere);
        var distance = Distance.Of(there, elsewhere);
        if (!(distance >= LeastDistance))
        {
            return null;
        }

        return Draft.Of(
            "site-apart", variable,
            $"At {site.Name} {RecognitionItems.Plain(place)} the values of {variable.Variable.Label} lie elsewhere than at all other places: half of them below {Says.Figures(there.Quantile(0.5))}, elsewhere below {Says.Figures(elsewhere.Quantile(0.5))}",
            values.Rows, AtSites.Condition(variable.Variable, site, place, dialect)) with
        {
            Where = new Where(place, Item: variable.Variable.Item),
            Weight = 0.7,
            Facts = new Dictionary<string, double> { ["distance"] = distance, ["apart"] = things.Apart, ["measured"] = things.Measured, ["ratio"] = there.Quantile(0.5) / elsewhere.Quantile(0.5) },
        };
    }

    /// <summary>The numbers of a variable in rows that meet a condition, and in the others.</summary>
    internal static (Frequencies In, Frequencies Out) Values(Dataset dataset, Variable variable, Sql condition)
    {
        var cells = dataset.Rows(
            $"SELECT {variable.Value}, count(*) FILTER (WHERE {condition}), count(*) FROM {variable.Table.From} WHERE ({variable.Rows}) AND {variable.Value} IS NOT NULL GROUP BY 1",
            row => (Value: row.NumberAt(0) ?? double.NaN, In: row.CountAt(1), All: row.CountAt(2))).Where(cell => !double.IsNaN(cell.Value)).OrderBy(cell => cell.Value).ToList();
        var (inside, outside) = (cells.Where(cell => cell.In > 0).ToList(), cells.Where(cell => cell.All > cell.In).ToList());
        return (new([.. inside.Select(cell => cell.Value)], [.. inside.Select(cell => cell.In)]), new([.. outside.Select(cell => cell.Value)], [.. outside.Select(cell => cell.All - cell.In)]));
    }
}

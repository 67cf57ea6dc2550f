using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Orders of drugs after which nothing was given or dispensed.</summary>
sealed class OrdersNotGiven : IFindingKind
{
    const double LeastShare = 0.08; // of the orders in hospital
    const double Followed = 0.3; // of a group of orders; below, such orders are followed elsewhere
    const int MostGroups = 12;
    const long Fewest = 20;

    public string Id => "orders-not-given";

    public string Title => "Orders without what they ordered";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => OnePlace.Also(profile, dataset, one => Everywhere(one, dataset));

    static IEnumerable<Finding> Everywhere(Profile profile, Dataset dataset) =>
        from link in profile.Links
        where IsOrder(link.To) && IsGiven(link.From) && profile.Table(link.To.Name) is not null
        let finding = Of(dataset, profile.Table(link.To.Name)!, link) // filtered
        where finding is not null
        select finding;

    static bool IsOrder(Table table) => NameTokens.Of(table.Name).Contains("order", "prescri", "request", "zlec", "verord", "medver", "recept", "rezept");

    static bool IsGiven(Table table) => NameTokens.Of(table.Name).Contains("given", "admin", "dispens", "podan", "medgab", "gabe", "emar", "pharmacy", "wydan");

    static Finding? Of(Dataset dataset, TableProfile orders, Link link)
    {
        var key = link.ToColumn.Value;
        Sql given = $"{key} IN (SELECT {link.FromColumn.Value} FROM {link.From.From} WHERE {link.FromColumn.Value} IS NOT NULL)";
        var by = orders.Variables.Where(variable => variable.Variable is { Item: null, Role: Role.Category or Role.Other or Role.Site } && variable.Variable.Column.Kind == Kind.Text && variable.Distinct is >= 2 and <= MostGroups)
            .Select(variable => Groups(dataset, orders, variable.Variable.Column, given)).OrderByDescending(groups => groups.Apart).FirstOrDefault();
        Sql meant = by is { Apart: > 0 } ? by.Condition : Sql.Raw("TRUE"); // orders of another kind, such as those at discharge, are given elsewhere
        var (all, without) = dataset.Row($"SELECT count(*), count(*) FILTER (WHERE NOT ({given})) FROM {orders.Table.From} WHERE {key} IS NOT NULL AND {meant}", row => (row.CountAt(0), row.CountAt(1)));
        return without < Math.Max(Fewest, LeastShare * all) || without > (1 - Followed) * all ? null : Draft.Of(
            "orders-not-given", orders.Table, [link.ToColumn],
            $"After {Says.Of(without, all, "orders")} nothing stands in {link.From.Name}",
            (without, all), $"{key} IS NOT NULL AND {meant} AND NOT ({given})") with
        { Token = link.From.Name, Weight = 0.5, Facts = new Dictionary<string, double> { ["share"] = (double)without / all, ["excluded"] = orders.Table.Rows - all } };
    }

    sealed record Grouped(double Apart, Sql Condition);

    /// <summary>Groups of orders of which hardly any is followed, and the condition for the others.</summary>
    static Grouped Groups(Dataset dataset, TableProfile orders, Column column, Sql given)
    {
        var groups = dataset.Rows(
            $"SELECT {column.Value}, count(*), count(*) FILTER (WHERE {given}) FROM {orders.Table.From} WHERE {column.Value} IS NOT NULL GROUP BY 1 ORDER BY 1",
            row => (Word: row.TextAt(0)!, All: row.CountAt(1), Given: row.CountAt(2))); // not null by WHERE
        var elsewhere = groups.Where(group => group.Given < (1 - Followed) * 0.1 * group.All).ToList();
        return elsewhere.Count == 0 || elsewhere.Count == groups.Count
            ? new Grouped(0, Sql.Raw("TRUE"))
            : new Grouped(elsewhere.Sum(group => group.All), $"({column.Value} IS NULL OR {column.Value} NOT IN ({Sql.Join(", ", elsewhere.Select(group => (Sql)$"{group.Word}"))}))");
    }
}

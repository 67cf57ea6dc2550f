using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>What a kind finds in the rows of one place alone, where all places together do not show it: a third of the rows thins out what the third does.</summary>
/// <param name="Site">The column that names the place.</param>
/// <param name="Name">The place.</param>
/// <param name="Rows">The condition for its rows, by the name of the table.</param>
/// <param name="Profile">The same tables, each with the rows of the place; counts in it are those of all places.</param>
sealed record OnePlace(Column Site, string Name, IReadOnlyDictionary<string, Sql> Rows, Profile Profile)
{
    const int Most = 6; // places
    const long MostRows = 2_000_000; // of all tables; beyond, every place would cost as much again

    /// <summary>The findings of all places together, and those of single places that are about something else.</summary>
    internal static IEnumerable<Finding> Also(Profile profile, Dataset dataset, Func<Profile, IEnumerable<Finding>> find)
    {
        var everywhere = find(profile).ToList();
        var told = everywhere.Select(About).ToHashSet(StringComparer.Ordinal);
        return everywhere.Concat(In(profile, dataset).SelectMany(place => find(place.Profile).Where(finding => !told.Contains(About(finding))).Select(place.Told)));
    }

    static string About(Finding finding) => string.Join(' ', [finding.Variable, .. finding.Facts.Keys.Order(StringComparer.Ordinal)]);

    static IEnumerable<OnePlace> In(Profile profile, Dataset dataset)
    {
        var houses = from table in profile.Originals
                     from column in table.Reading.Columns
                     where column.Role == Role.Site && column.Column.Kind == Kind.Text && table.Column(column.Column.Name)?.Distinct is >= 2 and <= Most
                     from key in (Column?[])[table.Reading.Of(Role.Stay), table.Reading.Of(Role.Patient)]
                     where key is not null && table.Column(key.Name) is { } ids && ids.Distinct == ids.Rows
                     orderby table.Reading.Of(Role.Stay) == key descending, table.Column(column.Column.Name)!.Distinct // just seen
                     select (Table: table, Site: column.Column, Key: key);
        return houses.FirstOrDefault() is not { Table: { } house } found || profile.Originals.Sum(table => table.Table.Rows) > MostRows
            ? []
            : house.Column(found.Site.Name)!.Texts.Select(text => Of(profile, house, found.Site, found.Key, text.Text, dataset.Dialect)); // the site was just seen
    }

    static OnePlace Of(Profile profile, TableProfile house, Column site, Column key, string name, Dialect dialect)
    {
        var rows = new Dictionary<string, Sql>(StringComparer.Ordinal);
        Sql here = $"{dialect.ToText(site.Value)} = {name}";
        foreach (var table in profile.Originals)
        {
            var same = (Column?[])[key, house.Reading.Of(Role.Patient)];
            if (table.Reading.Columns.FirstOrDefault(column => column.Role == Role.Site && column.Column.Name == site.Name)?.Column is { } own)
            {
                rows[table.Table.Name] = $"{dialect.ToText(own.Value)} = {name}";
            }
            else if (same.FirstOrDefault(one => one is not null && table.Table.Column(one.Name)?.Kind == one.Kind) is { } shared)
            {
                rows[table.Table.Name] = $"{table.Table.Column(shared.Name)!.Value} IN (SELECT {shared.Value} FROM {house.Table.From} WHERE {here})"; // just seen
            }
        }

        return new OnePlace(site, name, rows, profile with { Tables = [.. profile.Originals.Where(table => rows.ContainsKey(table.Table.Name)).Select(table => Part(table, rows[table.Table.Name]))], Copies = [] });
    }

    static TableProfile Part(TableProfile table, Sql rows)
    {
        Sql Of(Sql from) => Sample.Part(table.Table, from, rows);
        var part = table.Table with { From = Of(table.Table.From) };
        return table with
        {
            Reading = table.Reading with { Table = part },
            Sampled = table.Sampled is { } sampled ? Of(sampled) : null,
            Screened = table.Screened is { } screened ? Of(screened) : null,
            Few = Of(table.Few),
            Units = [],
            Variables = [.. table.Variables.Select(variable => variable with { Variable = variable.Variable with { Table = part } })],
        };
    }

    Finding Told(Finding finding) => finding with
    {
        Says = $"at {Site.Name} {RecognitionItems.Plain(Name)}: {finding.Says}",
        Where = finding.Where with { Site = Name },
        Condition = finding.Condition is { } condition ? (Sql)$"({condition}) AND {Rows[finding.Table]}" : null,
    };
}

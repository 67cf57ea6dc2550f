using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Finds columns that refer to the key of another table: the same name and role, a unique key there, and mostly the same values.</summary>
static class Links
{
    const double MostlyThere = 0.5; // share of references that must have a partner, so that an accidental overlap is no link
    const double NearlyUnique = 0.9; // a few rows that came twice
    const int MostLinks = 60;

    internal static IReadOnlyList<Link> Between(Dataset dataset, IReadOnlyList<TableProfile> tables)
    {
        var keys = (from table in tables
                    from column in table.Reading.Columns
                    let profile = table.Column(column.Column.Name)
                    where table.OneIn == 1 && HasNames(table.Table) && column.Role is Role.Patient or Role.Stay or Role.Item or Role.Category or Role.Other or Role.RowId
                        && profile is { Missing: 0 } && profile.Rows >= 5 && profile.Distinct == profile.Rows && column.Column.Kind is Kind.Number or Kind.Text
                    orderby column.Role is Role.Patient or Role.Stay ? 0 : 1 // of many links those of people and stays say most
                    select (table.Table, column.Column, column.Role)).ToList();
        var homes = tables.SelectMany(Homes).ToList();
        var links = from key in keys.Where(key => !homes.Exists(home => home.Table != key.Table && home.Is(key.Column, key.Role) && home.IsBefore(homes.Find(own => own.Table == key.Table && own.Column == key.Column))))
                    from table in tables
                    where table.Table != key.Table && HasNames(table.Table)
                    from column in table.Reading.Columns
                    where column.Column.Kind == key.Column.Kind && Refers(column, key.Column, key.Table, key.Role) && table.Column(column.Column.Name) is { Present: > 0 } mine
                        && (TellsOwner(column.Column, key.Table) || !IsNumbering(dataset, mine))
                    select One(dataset, table.Table, column.Column, key.Table, key.Column);
        return [.. links.Take(MostLinks).Where(link => link.References > 0 && link.Orphans < (1 - MostlyThere) * link.References)];
    }

    /// <summary>A table that has (nearly) one row for each patient or stay. Of several the one with start and end, or with most of them, is where the key is at home;
    /// the others, such as the deaths or the echoes, hold some of them only, and nothing refers to them.</summary>
    sealed record Home(Table Table, Column Column, bool HasSpans, long Keys)
    {
        const double More = 1.1;

        internal bool Is(Column key, Role role) => role is Role.Patient or Role.Stay or Role.RowId && NameTokens.Of(key.Name).Joined is var name && name != "id" // every table has its own
            && name == NameTokens.Of(Column.Name).Joined;

        internal bool IsBefore(Home? other) => other is null || (HasSpans != other.HasSpans ? HasSpans : Keys > More * other.Keys);
    }

    static IEnumerable<Home> Homes(TableProfile table) =>
        from column in table.Reading.Columns
        where column.Role is Role.Patient or Role.Stay or Role.RowId && table.Column(column.Column.Name) is { Missing: 0, Rows: >= 5 } profile && profile.Distinct >= NearlyUnique * profile.Rows
        select new Home(table.Table, column.Column, column.Role != Role.Patient && table.Reading.Of(Role.Start) is not null && table.Reading.Of(Role.End) is not null, table.Column(column.Column.Name)!.Distinct); // just seen

    /// <summary>Columns that were numbered because the file has no header share their names by chance.</summary>
    static bool HasNames(Table table) => !table.Notes.Any(note => note.Topic == "header");

    /// <summary>Running numbers, each once: two tables that each number their own rows overlap without any tie.</summary>
    static bool IsNumbering(Dataset dataset, VariableProfile column) =>
        column.Variable.Column.Kind == Kind.Number && column.Distinct == column.Present
        && dataset.Number($"SELECT max(abs({column.Variable.Value})) FROM {column.Variable.Table.From}") < 10.0 * column.Rows;

    /// <summary>The name of the column names the other table, as <c>person_id</c> does the table <c>person</c>.</summary>
    static bool TellsOwner(Column column, Table owner) =>
        NameTokens.Of(owner.Name).Joined.TrimEnd('s') is { Length: > 2 } name && NameTokens.Of(column.Name).Joined.Contains(name, StringComparison.Ordinal);

    static bool Refers(ColumnReading from, Column key, Table table, Role role)
    {
        var (mine, its) = (NameTokens.Of(from.Column.Name).Joined, NameTokens.Of(key.Name).Joined);
        var owner = NameTokens.Of(table.Name).Joined.TrimEnd('s');
        return from.Role is not Role.RowId && its is not "rowid"
            && (mine == its && its is not "id" ? its.Length > 2 || role is Role.Patient or Role.Stay : its == "id" && owner.Length > 2 && (mine == owner || mine == owner + "id") && role is not Role.Category);
    }

    static Link One(Dataset dataset, Table from, Column reference, Table to, Column key) => dataset.Row(
        $"""
        SELECT count(*), count(*) FILTER (WHERE k.key IS NULL)
        FROM (SELECT {reference.Value} AS reference FROM {from.From} WHERE {reference.Value} IS NOT NULL) AS r
        LEFT JOIN (SELECT DISTINCT {key.Value} AS key FROM {to.From}) AS k ON k.key = r.reference
        """,
        row => new Link(from, reference, to, key, row.CountAt(0), row.CountAt(1)));
}

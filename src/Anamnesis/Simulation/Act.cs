using System.Text.RegularExpressions;
using Anamnesis.Engines;

namespace Anamnesis.Simulation;

/// <summary>A mechanism acting once: what it was asked for and the statements by which it acts.</summary>
sealed class Act(Distortion distortion, int place, IReadOnlyList<Sql> statements, IReadOnlyList<ClinicTable> tables)
{
    readonly IReadOnlyList<string> _texts = [.. statements.Select(statement => statement.Text)];

    internal Distortion Distortion => distortion;

    /// <summary>Counts the acts in their order.</summary>
    internal int Place => place;

    /// <summary>The tables that it names.</summary>
    internal IReadOnlyList<ClinicTable> Touched => field ??= [.. tables.Where(table => Mentions($"record\\.{table.Name}"))];

    internal bool Changes(ClinicTable table) => Adds(table) || Removes(table) || Updates(table);

    internal bool Adds(ClinicTable table) => Mentions($"INSERT INTO record\\.{table.Name}");

    internal bool Removes(ClinicTable table) => Mentions($"DELETE FROM record\\.{table.Name}");

    internal bool Updates(ClinicTable table) => Mentions($"UPDATE record\\.{table.Name}");

    /// <summary>Whether rows come to the table and nothing else happens to it: they can be collected apart.</summary>
    internal bool OnlyAdds(ClinicTable table) => Adds(table) && !Removes(table) && !Updates(table);

    /// <summary>Whether cells change and nothing else happens to the table, and its scope can be read again: its rows stay in their places.</summary>
    internal bool StaysInPlace(ClinicTable table) => Updates(table) && !Adds(table) && !Removes(table) && table.TellsScope(distortion);

    /// <summary>Whether rows go by one statement and nothing else happens to the table, nor asks for it later: they can be named instead of being deleted from a copy.</summary>
    internal bool OnlyRemoves(ClinicTable table) =>
        Removes(table) && !Adds(table) && !Updates(table) && _texts.Count(text => Has(text, $@"\bDELETE FROM record\.{table.Name}\b")) == 1
        && _texts.Last(text => Has(text, $@"\brecord\.{table.Name}\b")) is var last && Has(last, $@"^\s*DELETE FROM record\.{table.Name}\b") && !Has(last, @"\bUSING\b");

    /// <summary>Whether it may want every column of a table: it adds rows to it or takes them with a star.</summary>
    internal bool TakesAll(ClinicTable table) => Adds(table) || _texts.Any(text => Has(text, $"\\brecord\\.{table.Name}\\b") && Has(text, @"(\.|SELECT |, )\*(?! *[0-9({])"));

    /// <summary>The columns of a table that it names where it names the table.</summary>
    internal IReadOnlyList<string> Columns(ClinicTable table)
    {
        var texts = _texts.Where(text => Has(text, $"\\brecord\\.{table.Name}\\b")).ToList();
        return [.. table.Names.Where(name => texts.Any(text => Has(text, $"\\b{name}\\b")))];
    }

    /// <summary>The columns of a table to which it gives values.</summary>
    internal IReadOnlyList<string> Set(ClinicTable table)
    {
        var texts = _texts.Where(text => Has(text, $"\\bUPDATE record\\.{table.Name}\\b")).ToList();
        return [.. table.Names.Where(name => texts.Any(text => Has(text, $"(\\bSET|,)\\s*\"?{name}\"?\\s*=")))];
    }

    /// <summary>The statements, acting on the schema <c>part</c>.</summary>
    internal IEnumerable<Sql> Parted()
    {
        foreach (var text in _texts)
        {
            var parted = Touched.Where(OnlyAdds).Aggregate(text, (so, table) => so.Replace($"INSERT INTO record.{table.Name}", $"INSERT INTO part.added_{table.Name}", StringComparison.Ordinal));
            parted = Touched.Where(OnlyRemoves).Aggregate(parted, (so, table) => so.Replace($"DELETE FROM record.{table.Name}", $"INSERT INTO part.removed_{table.Name} SELECT row_id FROM part.{table.Name}", StringComparison.Ordinal));
            yield return Sql.Raw(parted.Replace("record.", "part.", StringComparison.Ordinal));
        }
    }

    bool Mentions(string pattern) => _texts.Any(text => Has(text, $@"\b{pattern}\b"));

    static bool Has(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}

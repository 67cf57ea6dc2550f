using System.Globalization;
using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Names of columns: unique, never empty, and without NUL characters, at which a query would end.</summary>
static class ColumnNames
{
    const int Most = 4_000; // the time to plan a query grows with the square of the width of its table

    /// <summary>Refuses a table that is too wide to be examined.</summary>
    internal static void Check(string shown, int columns)
    {
        if (columns > Most)
        {
            throw new AnamnesisException($"'{shown}' has {columns} columns. Expected at most {Most}; turn it so that columns become rows (one row a measurement), or split it.");
        }
    }

    internal static IReadOnlyList<string> Unique(IReadOnlyList<string>? given, int columns, List<SourceNote> notes)
    {
        if (given is null)
        {
            notes.Add(new SourceNote("header", "the file has no header; columns are named by their place", null, columns));
            return [.. Enumerable.Range(1, columns).Select(place => $"column_{place}")];
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        for (var place = 0; place < columns; place++)
        {
            var told = place < given.Count ? given[place].Replace("\0", string.Empty, StringComparison.Ordinal).Trim() : string.Empty;
            var wanted = told.Length > 0 ? told : $"column_{place + 1}";
            var name = wanted;
            for (var copy = 2; !seen.Add(name); copy++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{copy}");
            }

            if (name != wanted)
            {
                notes.Add(new SourceNote("names", "a column name occurs more than once; the later one was numbered", name, 1));
            }

            names.Add(name);
        }

        return names;
    }
}

using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Identifiers of something other than the person, the stay or the row, by name and by what they look like.</summary>
static class IdentifierRules
{
    const int LongIdentifier = 30; // letters; a UUID has 36
    const int FewestRows = 20;
    const int ManyValues = 12;

    internal static (Role Role, double Confidence, string Reason)? Of(NameTokens name, ColumnGlimpse seen, int place)
    {
        if (place == 0 && seen is { IsUnique: true, Filled: >= FewestRows, Fractions: 0 } && seen.Column.Kind == Kind.Number && SaysNothing(name))
        {
            return (Role.RowId, 0.55, "whole numbers in the first column, each once, and no name");
        }

        var isNamed = name.Has("id", "uid", "uuid", "guid", "udi", "identifier") || (name.Joined.Length > 5 && name.EndsAsKey) || (name.Words.Count >= 2 && name.Has("nr", "numer")) || (name.Joined.Length > 4 && name.Joined.EndsWith("nr", StringComparison.Ordinal));
        var looksIt = seen.Column.Kind == Kind.Text && seen is { Length: >= LongIdentifier, Blanks: 0 };
        return looksIt || (isNamed && !name.Contains("type", "class") && seen.Column.Kind == Kind.Number && seen.Distinct > ManyValues && seen.Fractions == 0)
            ? (Role.Other, 0.65, "identifiers of something else")
            : null;
    }

    /// <summary>True for a name that a program gave where the file had none.</summary>
    internal static bool SaysNothing(NameTokens name) => name.Joined.Length == 0 || (name.Words is ["column" or "x" or "v" or "var" or "col" or "unnamed" or "f" or "spalte" or "kolumna", ..] && name.Words.Skip(1).All(word => word.All(char.IsDigit)));
}

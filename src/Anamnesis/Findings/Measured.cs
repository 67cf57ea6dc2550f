using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Which variables are measured numbers, rather than keys and codes.</summary>
static class Measured
{
    static readonly HashSet<string> Codes =
    [
        "id", "ids", "code", "codes", "nr", "seq", "sequence", "key", "index", "row", "rownum", "rownames", "itemid", "ndc", "gsn", "icd", "icd9", "icd10",
        "snomed", "loinc", "rxnorm", "zip", "postcode", "plz", "phone", "ssn", "pesel", "kod", "lp", "concept", "fips", "version", "cd", "cpt", "hcpcs", "drg", "atc", "ean", "pzn", "tel", "fax", "mobile", "telefon", "cgid", "caregiver", "rank", "rang", "position", "pozycja", "kode", "schluessel", "lat", "lon", "latitude", "longitude",
    ];

    /// <summary>Every measured number of a data set with its table.</summary>
    internal static IEnumerable<(TableProfile Table, VariableProfile Variable)> Of(Profile profile) =>
        profile.Tables.SelectMany(table => In(table).Select(variable => (table, variable)));

    /// <summary>The measured numbers of a table: items of a long table, columns otherwise.</summary>
    internal static IEnumerable<VariableProfile> In(TableProfile table) => table.Variables.Where(variable => Is(table, variable));

    /// <summary>Value columns of tables with items, as a whole: what holds for an amount of anything, such as its sign.</summary>
    internal static IEnumerable<VariableProfile> WholeColumns(TableProfile table) => table.Reading.Of(Role.Item) is null
        ? []
        : table.Variables.Where(profile => profile.Variable is { Item: null, Role: Role.Value } && profile.Numbers.Total > 0);

    /// <summary>Estimated number of rows where the profile read one in so many.</summary>
    internal static long Scaled(this VariableProfile variable, long count) => count * Math.Max(1, variable.OneIn);

    /// <summary>How many rows meet a condition: what the profile saw, or a count of all rows where it read a sample.</summary>
    internal static long Count(this VariableProfile profile, Dataset dataset, Sql condition, long seen) => profile.OneIn <= 1
        ? seen
        : (long)dataset.Number($"SELECT count(*) FROM {profile.Variable.Table.From} WHERE ({profile.Variable.Rows}) AND ({condition})");

    static bool Is(TableProfile table, VariableProfile profile)
    {
        var variable = profile.Variable;
        return profile.Numbers.Total > 0
            && variable.Role is Role.Value or Role.Other or Role.Category or Role.Outcome
            && (variable.Item is not null || variable.Role != Role.Value || table.Reading.Of(Role.Item) is null)
            && (variable.Known is not null || variable.Item is not null || !LooksLikeCode(variable.Column.Name, profile));
    }

    /// <summary>True when a name says that a column holds codes, numbers of things or of telephones, which nobody counts with.</summary>
    internal static bool IsNamedAsCode(string name) =>
        Words.Any(name, Codes) || name.Contains("code", StringComparison.OrdinalIgnoreCase) || name.Contains("phone", StringComparison.OrdinalIgnoreCase) || name.Contains("diagnos", StringComparison.OrdinalIgnoreCase);

    static bool LooksLikeCode(string name, VariableProfile profile) =>
        name.EndsWith("id", StringComparison.OrdinalIgnoreCase) && profile.Numbers.Min > 100
        || IsNamedAsCode(name) || TrialRules.Counts(NameTokens.Of(name))
        || (profile.Numbers.Min > 99_999 && profile.Numbers.Values.All(value => value == Math.Floor(value)));
}

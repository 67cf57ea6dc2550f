using Anamnesis.Knowledge;

namespace Anamnesis.Cli;

/// <summary>Roles as people type them.</summary>
static class Roles
{
    /// <summary>Stands for the ids of all in the description of an option: they are read where a page shows them, not at every start.</summary>
    internal const string All = "{roles}";

    /// <summary>A description with the ids of all in it.</summary>
    internal static string Listed(string description) => description.Contains(All, StringComparison.Ordinal)
        ? description.Replace(All, Ids, StringComparison.Ordinal)
        : description;

    static string Ids => string.Join(", ", Respondents.All.Select(role => role.Id));

    /// <summary>The respondent of an id or of plain words.</summary>
    /// <exception cref="AnamnesisException">Nobody is called so; the nearest are named.</exception>
    internal static Respondent Understood(string words) => Respondents.Named(words)
        ?? throw new AnamnesisException($"There is no role '{words}'. Nearest: {string.Join(", ", Nearest.To(words, Respondents.Words))}. All: {Ids}.");
}

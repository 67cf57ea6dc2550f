using Anamnesis.Knowledge;

namespace Anamnesis.Cli;

/// <summary>Roles as people type them.</summary>
static class Roles
{
    /// <summary>The respondent of an id or of plain words.</summary>
    /// <exception cref="AnamnesisException">Nobody is called so; the nearest are named.</exception>
    internal static Respondent Understood(string words) => Respondents.Named(words)
        ?? throw new AnamnesisException($"There is no role '{words}'. Nearest: {string.Join(", ", Nearest.To(words, Respondents.Words))}. All: {string.Join(", ", Respondents.All.Select(role => role.Id))}.");
}

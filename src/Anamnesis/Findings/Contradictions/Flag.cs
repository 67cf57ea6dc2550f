using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Contradictions;

/// <summary>A column of two values.</summary>
/// <param name="Profile">The column.</param>
/// <param name="Yes">Condition for the value that says yes, or for the rarer one.</param>
/// <param name="No">Condition for the other value.</param>
/// <param name="YesRows">Rows that say yes.</param>
/// <param name="NoRows">Rows that say no.</param>
sealed record Flag(VariableProfile Profile, Sql Yes, Sql No, long YesRows, long NoRows)
{
    const long Least = 10; // rows of either value
    const int Most = 16; // flags of a table that are looked at

    static readonly HashSet<string> Affirmative = new(StringComparer.OrdinalIgnoreCase) { "yes", "y", "true", "t", "ja", "j", "tak", "1", "present", "positive", "dead", "died", "deceased" };

    internal string Name => Profile.Variable.Column.Name;

    internal Column Column => Profile.Variable.Column;

    /// <summary>The flags of a table.</summary>
    internal static IReadOnlyList<Flag> In(TableProfile table) => [.. table.Variables.Select(Of).OfType<Flag>().Take(Most)];

    static Flag? Of(VariableProfile profile)
    {
        var variable = profile.Variable;
        if (variable.Item is not null || variable.Role is Role.Patient or Role.Stay or Role.RowId or Role.Item or Role.Unit)
        {
            return null;
        }

        var value = variable.Value;
        if (variable.Column.Kind == Kind.Number && profile.Numbers.Values is [var low, var high])
        {
            return Enough(new Flag(profile, $"{value} = {high}", $"{value} = {low}", profile.Numbers.Counts[1], profile.Numbers.Counts[0]));
        }

        if (variable.Column.Kind is not (Kind.Text or Kind.Truth) || profile.Texts.Count != 2 || profile.Distinct > 2)
        {
            return null;
        }

        var (yes, no) = Affirmative.Contains(profile.Texts[0].Text) ? (profile.Texts[0], profile.Texts[1]) : (profile.Texts[1], profile.Texts[0]);
        return Enough(variable.Column.Kind == Kind.Truth
            ? new Flag(profile, $"{value}", $"NOT {value}", yes.Count, no.Count)
            : new Flag(profile, $"{value} = {yes.Text}", $"{value} = {no.Text}", yes.Count, no.Count));
    }

    static Flag? Enough(Flag flag) => Math.Min(flag.YesRows, flag.NoRows) >= Least ? flag : null;
}

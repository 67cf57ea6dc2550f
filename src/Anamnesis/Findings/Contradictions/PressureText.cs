using System.Globalization;
using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Contradictions;

/// <summary>Blood pressures written as one text, such as 120/80, whose second number is not the smaller one.</summary>
static class PressureText
{
    const double Most = 0.05; // of the texts

    internal static IEnumerable<Finding> In(TableProfile table)
    {
        foreach (var profile in table.Variables.Where(profile => profile.Variable is { Item: null, Column.Kind: Kind.Text } && profile.Texts.Count >= 5))
        {
            var pairs = profile.Texts.Select(text => (text.Text, text.Count, Pair: Read(text.Text))).Where(text => text.Pair is not null).ToList();
            var swapped = pairs.Where(text => text.Pair is var (first, second) && first <= second).ToList();
            var (all, count) = (pairs.Sum(text => text.Count), swapped.Sum(text => text.Count));
            if (pairs.Count < 0.8 * profile.Texts.Count || count == 0 || count > Math.Max(1, Most * all))
            {
                continue;
            }

            var texts = Sql.Join(", ", swapped.Select(text => (Sql)$"{text.Text}"));
            yield return Draft.Of(
                "cross-field",
                table.Table,
                [profile.Variable.Column],
                $"In {count:N0} of {all:N0} pairs written in {profile.Variable.Label} the second pressure is not below the first",
                (count, all),
                $"{profile.Variable.Value} IN ({texts})") with
            { Weight = 0.8 };
        }
    }

    /// <summary>Two numbers of a blood pressure, or null.</summary>
    static (double First, double Second)? Read(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var first)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var second)
            && first is > 30 and < 320 && second is > 10 and < 320
                ? (first, second)
                : null;
    }
}

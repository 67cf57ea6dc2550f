using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>What tells the sicker from the less sick in a table: an outcome, or else an intensive stay or emergency.</summary>
/// <param name="Column">The column.</param>
/// <param name="Sicker">SQL condition for the sicker; NULL where not known.</param>
/// <param name="Says">What it is, in words.</param>
sealed record Sickness(Column Column, Sql Sicker, string Says)
{
    static readonly string[] Yes = ["1", "1.0", "yes", "y", "true", "t", "dead", "died", "tak", "ja", "deceased", "death"];

    internal static Sickness? In(TableProfile table)
    {
        foreach (var reading in table.Reading.Columns.Where(column => column.Role == Role.Outcome).OrderByDescending(column => column.Confidence))
        {
            if (table.Column(reading.Column.Name) is not { Distinct: >= 2 and <= 6 } profile)
            {
                continue;
            }

            if (reading.Column.Kind == Kind.Number)
            {
                var cut = profile.Numbers.Min;
                return new Sickness(reading.Column, $"{reading.Column.Value} > {cut}", $"{reading.Column.Name} is above {Findings.Says.Number(cut)}");
            }

            if (profile.Texts.FirstOrDefault(text => Yes.Contains(text.Text.ToLowerInvariant())).Text is { } yes)
            {
                return new Sickness(reading.Column, $"{reading.Column.Value} = {yes}", $"{reading.Column.Name} is {yes}");
            }
        }

        var icu = table.Reading.Columns.FirstOrDefault(column => column.Column.Kind == Kind.Text && NameTokens.Of(column.Column.Name).Has("icu", "itu", "intensive", "emergency"));
        return icu is not null && table.Column(icu.Column.Name)?.Texts.FirstOrDefault(text => Yes.Contains(text.Text.ToLowerInvariant())).Text is { } word
            ? new Sickness(icu.Column, $"{icu.Column.Value} = {word}", $"{icu.Column.Name} is {word}")
            : null;
    }
}

using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>Whether what is empty at one place hangs on another column's answer: other places write down that it does not apply, this one leaves it empty.</summary>
static class AnswerAtPlace
{
    const double Covers = 0.9; // of the empty cells of the place

    internal static bool Decides(Case @case)
    {
        if (@case.Finding is not { Kind: "missing-at-site", Where.Site: { } name, Columns.Count: > 1 } finding || @case.Table.Table.Column(finding.Columns[^1]) is not { } place)
        {
            return false; // the last column is the place, unless another table knows it
        }

        Sql here = $"(SELECT * FROM {@case.Table.ForShares.From} WHERE {@case.Dialect.ToText(place.Value)} = {name}) AS here";
        var unit = new MissingUnit([.. finding.Columns.SkipLast(1).Select(column => @case.Table.Table.Column(column)).OfType<Column>()], finding.Count, finding.Denominator);
        var parents = ParentAnswer.Of(@case.Dataset, @case.Table with { Screened = here, ScreenedOneIn = 1, Few = here }, [unit]);
        return MissingByAnswer.Tie(parents, unit, 0) is { Strict: true, Covered: >= Covers };
    }
}

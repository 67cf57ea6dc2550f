using System.Text.RegularExpressions;
using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Rows that a status column marks as rewritten, cancelled or entered in error.</summary>
sealed partial class CancelledRows : IFindingKind
{
    const int MostAnswers = 60; // of a status column
    const double Most = 0.8; // share of the rows; beyond, the word means something else

    public string Id => "cancelled-rows";

    public string Title => "Rows that are marked as not valid";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        from variable in table.Variables
        where variable.Variable is { Item: null, Role: Role.Category or Role.Other or Role.Outcome } && variable.Variable.Column.Kind == Kind.Text && variable.Distinct is >= 2 and <= MostAnswers
        let words = variable.Texts.Where(text => NotValid().IsMatch(text.Text)).ToList()
        let count = variable.Scaled(words.Sum(text => text.Count))
        where words.Count > 0 && count <= Most * table.Table.Rows
        let column = variable.Variable.Column
        let listed = Sql.Join(", ", words.Select(text => (Sql)$"{text.Text}"))
        select Draft.Of(
            Id, table.Table, [column], $"{column.Name} says {Says.List([.. words.Select(text => $"'{text.Text}'")])} in {Says.Of(count, table.Table.Rows)}: they may not have happened as they stand",
            (count, table.Table.Rows), $"{column.Value} IN ({listed})") with
        { Estimated = variable.OneIn > 1, Weight = 0.4 };

    [GeneratedRegex("^(rewritten|cancell?ed|entered[ -]in[ -]error|error|in error|voided?|deleted|superseded|invalid(ated)?|rejected|revoked|nullified|anulowan[eyao]|uniewaznion[eyao]|unieważnion[eyao]|storno|storniert|ungültig|aborted)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NotValid();
}

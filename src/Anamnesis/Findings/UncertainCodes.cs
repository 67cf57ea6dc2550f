using System.Text.RegularExpressions;
using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Diagnoses that are marked as suspected, provisional or excluded, in the same column as those that are certain.</summary>
sealed partial class UncertainCodes : IFindingKind
{
    const int MostAnswers = 40;
    const double LeastShare = 0.003;
    const double MostShare = 0.95;
    const long Fewest = 5;

    public string Id => "uncertain-codes";

    public string Title => "Diagnoses marked as suspected or excluded";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        from variable in table.Variables
        where variable.Variable is { Item: null, Role: Role.Category or Role.Other or Role.Outcome } && variable.Variable.Column.Kind == Kind.Text && variable.Distinct is >= 2 and <= MostAnswers
        let certainty = NameTokens.Of(variable.Variable.Column.Name).Contains("certain", "verification", "suffix", "zusatz", "sicherheit", "pewno", "confirm")
        let words = variable.Texts.Where(text => Uncertain().IsMatch(text.Text.Trim()) || (certainty && Letter().IsMatch(text.Text.Trim()))).ToList()
        let count = variable.Scaled(words.Sum(text => text.Count))
        where words.Count > 0 && count >= Math.Max(Fewest, LeastShare * table.Table.Rows) && count <= MostShare * table.Table.Rows && (certainty || CodeTable.In(profile).Any(codes => codes.Table == table))
        let column = variable.Variable.Column
        select Draft.Of(
            Id, table.Table, [column], $"{column.Name} says {Says.List([.. words.Select(text => $"'{text.Text}'")])} in {Says.Of(count, table.Table.Rows)}: these diagnoses were asked about, not made",
            (count, table.Table.Rows), $"{column.Value} IN ({Sql.Join(", ", words.Select(text => (Sql)$"{text.Text}"))})") with
        { Estimated = variable.OneIn > 1, Weight = 0.5, Facts = new Dictionary<string, double> { ["words"] = words.Count } };

    [GeneratedRegex(@"^(suspected|suspicion( of)?|susp\.?|possible|probable|provisional|working|tentative|presumed|query|\?|r/o|rule[ -]?out|ruled[ -]?out|excluded|refuted|unconfirmed|differential|v\. ?a\.?|verdacht( auf)?|verdachtsdiagnose|ausgeschlossen|podejrzenie|wykluczon[eyao]|wst[eę]pn[eya])$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Uncertain();

    /// <summary>The suffixes of German outpatient codes: suspected, excluded.</summary>
    [GeneratedRegex("^[VA]$")]
    private static partial Regex Letter();
}

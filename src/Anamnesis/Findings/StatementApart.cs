using System.Text.RegularExpressions;
using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A word that stands far more often where a machine alone read it than where a person read it again.</summary>
sealed partial class StatementApart : IFindingKind
{
    const int MostWords = 60;
    const long FewestRows = 100; // of either kind
    const double LeastDifference = 0.06; // of the rows
    const double LeastRatio = 1.4;
    const double Chance = 4; // standard errors

    /// <summary>Words of columns that say where, with what or under which number, and state nothing about the patient.</summary>
    static readonly string[] Circumstances = ["device", "analy", "anali", "machine", "geraet", "aparat", "apparat", "cart", "specimen", "material", "kod", "code", "order", "auftr", "zlec", "language", "sprache", "jezyk", "unit", "einheit", "jednostk"];

    public string Id => "statement-apart";

    public string Title => "Machine and reader say different things";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        from stage in table.Variables
        where IsCategory(stage) && stage.Distinct <= 8 && stage.Texts.Any(text => Machine().IsMatch(text.Text)) && stage.Texts.Any(text => Reader().IsMatch(text.Text))
        from said in table.Variables
        where IsCategory(said) && said != stage && said.Distinct is >= 2 and <= MostWords && said.Variable.Role is not (Role.User or Role.Site or Role.Item or Role.Unit) && !NameTokens.Of(said.Variable.Column.Name).Contains(Circumstances)
        let finding = Of(dataset, table, stage, said)
        where finding is not null
        select finding;

    static bool IsCategory(VariableProfile profile) => profile.Variable is { Item: null, Column.Kind: Kind.Text, Role: not (Role.Patient or Role.Stay or Role.RowId) };

    static Finding? Of(Dataset dataset, TableProfile table, VariableProfile stage, VariableProfile said)
    {
        Sql In(Func<string, bool> which) => $"{stage.Variable.Value} IN ({Sql.Join(", ", stage.Texts.Where(text => which(text.Text)).Select(text => (Sql)$"{text.Text}"))})";
        var (machine, reader) = (In(text => Machine().IsMatch(text)), In(text => Reader().IsMatch(text)));
        var words = dataset.Rows(
            $"SELECT {said.Variable.Value}, count(*) FILTER (WHERE {machine}), count(*) FILTER (WHERE {reader}) FROM {table.Table.From} WHERE {said.Variable.Value} IS NOT NULL GROUP BY 1 ORDER BY 1",
            row => (Word: row.TextAt(0)!, Machine: (double)row.CountAt(1), Reader: (double)row.CountAt(2))); // not null by WHERE
        var (alone, read) = (words.Sum(word => word.Machine), words.Sum(word => word.Reader));
        if (alone < FewestRows || read < FewestRows)
        {
            return null;
        }

        var (most, one, other) = words.Select(word => (word.Word, One: word.Machine / alone, Other: word.Reader / read)).MaxBy(word => word.One - word.Other);
        var mean = (one + other) / 2;
        return one - other < LeastDifference || one < LeastRatio * other || one - other < Chance * Math.Sqrt(mean * (1 - mean) * ((1 / alone) + (1 / read))) ? null : Draft.Of(
            "statement-apart", table.Table, [said.Variable.Column, stage.Variable.Column],
            $"{said.Variable.Label} says '{RecognitionItems.Plain(most)}' in {Says.Share(one)} of the rows that a machine alone read, in {Says.Share(other)} of those that somebody read again",
            ((long)words.Single(word => word.Word == most).Machine, (long)alone), $"{said.Variable.Value} = {most} AND {machine}") with
        { Token = most, Weight = 0.5, Facts = new Dictionary<string, double> { ["machine"] = one, ["reader"] = other } };
    }

    [GeneratedRegex("^(auto(matic(ally)?|mated)?|machine|device|computed|computer|unconfirmed|unread|unreviewed|preliminary|automatyczn[yae]|maszyna|automatisch|unbest[aä]tigt)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Machine();

    [GeneratedRegex("^(over-?read|confirmed|reviewed|read|signed|verified|edited|manual|physician|final|potwierdzon[yae]|opisan[yae]|best[aä]tigt|befundet)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Reader();
}

using System.Text.RegularExpressions;
using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A word that stands far more often where a machine alone read it than where a person read it again.</summary>
sealed partial class StatementApart : IFindingKind
{
    const int MostWords = 60;
    const int MostPlaces = 12;
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
        var place = CoarsestPlace.Of(table, MostPlaces);
        Sql site = place is null ? (Sql)$"''" : dataset.Dialect.ToText(place.Value);
        var words = dataset.Rows(
            $"SELECT {said.Variable.Value}, {site}, count(*) FILTER (WHERE {machine}), count(*) FILTER (WHERE {reader}) FROM {table.Table.From} WHERE {said.Variable.Value} IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
            row => (Word: row.TextAt(0)!, Site: row.TextAt(1) ?? string.Empty, Machine: (double)row.CountAt(2), Reader: (double)row.CountAt(3))); // not null by WHERE
        var everywhere = Worth([.. words.GroupBy(word => word.Word, (word, rows) => (word, rows.Sum(row => row.Machine), rows.Sum(row => row.Reader)))]);
        var local = everywhere is null && place is not null
            ? words.GroupBy(word => word.Site, (name, rows) => (Site: name, Most: Worth([.. rows.Select(row => (row.Word, row.Machine, row.Reader))]))).Where(one => one.Most is not null).OrderByDescending(one => one.Most!.Value.One - one.Most.Value.Other).FirstOrDefault()
            : default;
        if ((everywhere ?? local.Most) is not { } most)
        {
            return null;
        }

        Sql here = local.Site is null ? (Sql)$"" : $" AND {site} = {local.Site}";
        var at = local.Site is null ? string.Empty : $"at {place!.Name} {RecognitionItems.Plain(local.Site)} "; // only then is there one
        return Draft.Of(
            "statement-apart", table.Table, [said.Variable.Column, stage.Variable.Column],
            $"{at}{said.Variable.Label} says '{RecognitionItems.Plain(most.Word)}' in {Says.Share(most.One)} of the rows that a machine alone read, in {Says.Share(most.Other)} of those that somebody read again",
            ((long)most.Rows, (long)most.Alone), $"{said.Variable.Value} = {most.Word} AND {machine}{here}") with
        { Token = most.Word, Weight = 0.5, Where = new Where(Site: local.Site), Facts = new Dictionary<string, double> { ["machine"] = most.One, ["reader"] = most.Other } };
    }

    /// <summary>The word that a machine says most above what readers say: its rows, all that a machine alone read, and its share in either; null where they hardly differ.</summary>
    static (string Word, double Rows, double Alone, double One, double Other)? Worth(List<(string Word, double Machine, double Reader)> words)
    {
        var (alone, read) = (words.Sum(word => word.Machine), words.Sum(word => word.Reader));
        if (alone < FewestRows || read < FewestRows)
        {
            return null;
        }

        var (most, rows, one, other) = words.Select(word => (word.Word, word.Machine, One: word.Machine / alone, Other: word.Reader / read)).MaxBy(word => word.One - word.Other);
        var mean = (one + other) / 2;
        return one - other < LeastDifference || one < LeastRatio * other || one - other < Chance * Math.Sqrt(mean * (1 - mean) * ((1 / alone) + (1 / read))) ? null : (most, rows, alone, one, other);
    }

    [GeneratedRegex("^(auto(matic(ally)?|mated)?|machine|device|computed|computer|unconfirmed|unread|unreviewed|preliminary|automatyczn[yae]|maszyna|automatisch|unbest[aä]tigt)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Machine();

    [GeneratedRegex("^(over-?read|confirmed|reviewed|read|signed|verified|edited|manual|physician|final|potwierdzon[yae]|opisan[yae]|best[aä]tigt|befundet)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Reader();
}

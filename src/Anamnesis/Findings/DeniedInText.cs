using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A disease is coded, but the texts about the same stay or patient only deny it or tell it of a relative.</summary>
sealed class DeniedInText : IFindingKind
{
    const long Fewest = 8; // rows
    const double LeastShare = 0.05; // of the coded rows

    const string Relatives = "(mother|father|brother|sister|matka|ojciec|brat|siostra|mutter|vater|bruder|schwester)[^.;]{0,20}";

    /// <summary>Diseases: codes, how a text denies them or tells them of a relative, and how it affirms them. Only those whose affirmation is no part of the denial.</summary>
    static readonly (string Name, string Codes, string Denied, string Said)[] Diseases =
    [
        ("diabetes", "^(e1[0-4]|250)",
            $"no dm([^a-z]|$)|no diabetes|denies diabetes|without diabetes|cukrzycy brak|bez cukrzycy|neguje cukrzyc|kein diabetes|kein dm([^a-z]|$)|{Relatives}(diabet|cukrzyc|zuckerkrank)",
            "t2dm|t1dm|dm2|dm1|type [12] diab|diabetic|diabetiker|cukrzyca typu|diabetes mellitus|insulin|metformin"),
        ("stroke", "^(i6[0-4]|43[0-68])",
            $"no stroke|no tia([^a-z]|$)|no cva|denies stroke|bez udaru|udaru nie|kein schlaganfall|kein apoplex|{Relatives}(stroke|udar|schlaganfall|apoplex)",
            "s/p stroke|s/p cva|old stroke|st[.] po udar|przebyty udar|z[.]n[.] apoplex|hemipar"),
    ];

    public string Id => "denied-in-text";

    public string Title => "A disease is coded and the text denies it";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from codes in profile.Originals
        from code in codes.Variables.Where(variable => variable.Variable is { Item: null, Column.Kind: Kind.Text } && variable.Texts.Count > 0)
        from disease in Diseases
        where code.Texts.Any(text => text.Text.Length is >= 3 and <= 8 && Matches(text.Text, disease.Codes))
        from texts in profile.Originals
        where texts.Table.Name != codes.Table.Name && texts.Reading.Of(Role.Text) is not null
        let keys = Keys(codes, texts)
        where keys is not null
        let finding = Of(codes.Table, code.Variable.Column, disease, keys.Value.Mine, Texts(texts, keys.Value.Theirs, disease, dataset.Dialect), dataset)
        where finding is not null
        select finding;

    static bool Matches(string text, string pattern) =>
        System.Text.RegularExpressions.Regex.IsMatch(text, pattern, System.Text.RegularExpressions.RegexOptions.IgnoreCase);

    static (Column Mine, Column Theirs)? Keys(TableProfile codes, TableProfile texts)
    {
        foreach (var role in (Role[])[Role.Stay, Role.Patient])
        {
            if (codes.Reading.Of(role) is { } mine && texts.Reading.Of(role) is { } theirs && mine.Kind == theirs.Kind)
            {
                return (mine, theirs);
            }
        }

        return null;
    }

    /// <summary>For every stay or patient with texts: whether one denies the disease and whether one affirms it.</summary>
    static Sql Texts(TableProfile texts, Column key, (string Name, string Codes, string Denied, string Said) disease, Dialect dialect)
    {
        Sql text = $"lower({texts.Reading.Of(Role.Text)!.Value})"; // asked for by the caller
        return $"SELECT {key.Value} AS key, max(CASE WHEN {dialect.Matches(text, disease.Denied)} THEN 1 ELSE 0 END) AS denied, max(CASE WHEN {dialect.Matches(text, disease.Said)} THEN 1 ELSE 0 END) AS said FROM {texts.Table.From} WHERE {key.Value} IS NOT NULL GROUP BY 1";
    }

    Finding? Of(Table table, Column code, (string Name, string Codes, string Denied, string Said) disease, Column key, Sql texts, Dataset dataset)
    {
        Sql coded = dataset.Dialect.Matches($"lower({code.Value})", disease.Codes);
        Sql condition = $"{coded} AND {key.Value} IN (SELECT key FROM ({texts}) AS told WHERE denied = 1 AND said = 0)";
        var (all, denied) = dataset.Row(
            $"SELECT count(*) FILTER (WHERE {key.Value} IN (SELECT key FROM ({texts}) AS told)), count(*) FILTER (WHERE {condition}) FROM {table.From} WHERE {coded}", row => (row.CountAt(0), row.CountAt(1)));
        return denied < Math.Max(Fewest, LeastShare * all) ? null : Draft.Of(
            Id, table, [code, key], $"{code.Name} says {disease.Name} in {Says.Of(denied, all)} whose texts only deny it or tell it of a relative", (denied, all), condition) with
        {
            Token = disease.Name,
            Weight = 0.5,
            Facts = new Dictionary<string, double> { ["denied"] = denied, ["coded"] = all },
        };
    }
}

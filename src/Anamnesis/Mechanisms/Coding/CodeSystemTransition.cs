using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Coding;

/// <summary>The code book was replaced: from a day on everything is written in another one.</summary>
sealed class CodeSystemTransition : IMechanism
{
    const double Nearly = 0.8; // of the rows on either side
    const int Few = 8; // codes; fewer may be a mapping that was mended
    const int MostEditions = 12;
    const double Family = 0.5; // of the codes that are not in the dictionary

    public string Id => "code-system-transition";

    public IReadOnlyList<string> Explains => ["code-change", "orphans", "synonym-codes", "source-systems"];

    public IReadOnlyList<Sign> Signs(Case @case) => @case.Finding.Kind switch
    {
        "code-change" => OfChange(@case),
        "orphans" => OfOrphans(@case),
        "source-systems" => [Sign.Strong($"{Says.Share(@case.Finding.Facts["own"])} of {@case.Finding.Facts["codes"]:0} codes stand in one of {@case.Finding.Facts["systems"]:0} systems only, as where one program followed another", @case.Finding.Facts["own"], @case.Finding.Facts["own"] >= Nearly)],
        _ => [Sign.Support("the two systems that name it differently are two dictionaries, as when one program followed another", @case.Finding.Count, true)],
    };

    static IReadOnlyList<Sign> OfChange(Case @case)
    {
        var facts = @case.Finding.Facts;
        var (gone, come, form) = (facts["gone"], facts["come"], facts["form"]);
        var codes = Math.Min(facts["codes gone"], facts["codes come"]);
        var legal = @case.Finding.Where.From is { Month: 1 or 4 or 10 };
        var edition = Edition(@case);
        return
        [
            Sign.Strong($"{Says.Share(gone)} of the rows before carry codes that nobody uses afterwards, {Says.Share(come)} of those after it new ones", Math.Min(gone, come), Math.Min(gone, come) >= Nearly),
            Sign.Strong($"{edition?.Column ?? "no column"} changes at the same date in {Says.Share(edition?.Share ?? 0)} of the rows", edition?.Share, edition?.Share >= Nearly),
            Sign.Support($"{Says.Share(form)} of the new rows carry codes of another form than all before", form, form >= 0.5),
            Sign.Support($"it begins in month {@case.Finding.Where.From?.Month}, when catalogues come into force", @case.Finding.Where.From?.Month, legal),
            Sign.Against($"only {codes:0} codes give way", codes, codes < Few),
        ];
    }

    /// <summary>The column of few words, such as the edition, that changes most with the date.</summary>
    static (string Column, double Share)? Edition(Case @case)
    {
        if (@case.Finding.Condition is not { } before)
        {
            return null;
        }

        var here = @case.Finding.Where.Site is { } site && @case.Table.Reading.Columns.FirstOrDefault(column => column.Role == Role.Site && @case.Table.Column(column.Column.Name)?.Texts.Any(text => text.Text == site) == true)?.Column is { } place
            ? (Sql)$"{place.Value} = {site}" : Sql.Raw("TRUE");
        var columns = @case.Table.Variables
            .Where(profile => profile.Variable is { Item: null, Column.Kind: Kind.Text } && profile.Distinct is >= 2 and <= MostEditions && profile.Variable.Role is not (Role.Site or Role.User) && !@case.Finding.Columns.Contains(profile.Variable.Column.Name))
            .Select(profile => profile.Variable.Column).Take(6).ToList();
        return columns.Select(column => (column.Name, Changed(column))).OrderByDescending(pair => pair.Item2).Cast<(string, double)?>().FirstOrDefault();

        double Changed(Column column) => @case.Dataset.Rows(
            $"SELECT count(*) FILTER (WHERE {before}), count(*) FILTER (WHERE NOT ({before})) FROM {@case.Table.Table.From} WHERE {here} AND {column.Value} IS NOT NULL GROUP BY {column.Value}",
            row => (Before: (double)row.CountAt(0), After: (double)row.CountAt(1))) is var groups && groups.Sum(group => group.Before) is > 0 and var all && groups.Sum(group => group.After) is > 0 and var since
            ? groups.Sum(group => Math.Abs((group.Before / all) - (group.After / since))) / 2 : 0;
    }

    static IReadOnlyList<Sign> OfOrphans(Case @case)
    {
        var link = @case.Profile.Links.FirstOrDefault(one => one.From.Name == @case.Finding.Table && one.FromColumn.Name == @case.Finding.Columns[0] && one.To.Name == @case.Finding.Token);
        var dictionary = link is not null && @case.Profile.Table(link.To.Name)?.Reading is { } known && known.Of(Role.Patient) is null && known.Of(Role.Stay) is null;
        double? related = dictionary && link!.FromColumn.Kind == Kind.Text ? Related(@case, link) : null; // it is there where it is a dictionary
        return
        [
            Sign.Strong($"{Says.Share(related ?? 0)} of the codes that are not in the dictionary are the beginning of a code that is, or go on from one: codes are split and joined from edition to edition", related, related >= Family),
            Sign.Support($"{link?.To.Name ?? "the other table"} is a dictionary of codes, about nobody", null, dictionary),
            Sign.Against("the other table holds people or stays, not codes", null, !dictionary),
        ];
    }

    static double? Related(Case @case, Link link)
    {
        var (from, to) = (link.FromColumn.Value, link.ToColumn.Value);
        Sql lost = $"SELECT DISTINCT {from} AS code FROM {link.From.From} WHERE {from} IS NOT NULL AND {from} NOT IN (SELECT {to} FROM {link.To.From} WHERE {to} IS NOT NULL) ORDER BY 1 LIMIT 200";
        Sql known = $"SELECT DISTINCT {to} AS code FROM {link.To.From} WHERE {to} IS NOT NULL";
        return @case.Dataset.Row(
            $"SELECT avg(CASE WHEN EXISTS (SELECT 1 FROM ({known}) AS k WHERE length(l.code) >= 3 AND length(k.code) >= 3 AND (substr(k.code, 1, length(l.code)) = l.code OR substr(l.code, 1, length(k.code)) = k.code)) THEN 1.0 ELSE 0.0 END) FROM ({lost}) AS l",
            row => row.NumberAt(0));
    }

    /// <summary>Until a day everything is coded in the edition before; severity is the share of the time that lies before it.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting)
    {
        if (!setting.Has("diagnoses"))
        {
            return [];
        }

        var editions = Codes.All.SelectMany(Older).Select(one => (Sql)$"({one.Edition}, {one.Code}, {one.OldEdition}, {one.OldCode})");
        Sql until = setting.To is null && setting.From is null ? $"d.coded < {setting.Once($"SELECT date_trunc('month', quantile_disc(coded, {setting.Severity})) FROM truth.diagnoses")}" : Sql.Raw("TRUE");
        return
        [
            $"""
            UPDATE record.diagnoses AS d SET code = older.code, edition = older.edition
            FROM (VALUES {Sql.Join(", ", editions)}) AS older (now_edition, now_code, edition, code)
            WHERE d.edition = older.now_edition AND d.code = older.now_code AND {until}
            """,
        ];
    }

    /// <summary>What a code was before: ICD-9-CM before ICD-10, ICD-10 before its German modification, which tells left heart failure by class.</summary>
    static IEnumerable<(string Edition, string Code, string OldEdition, string OldCode)> Older(Code code)
    {
        yield return ("ICD-10", code.Icd10, "ICD-9-CM", code.Icd9);
        if (code.Concept != "heart-failure-systolic")
        {
            yield return ("ICD-10-GM", code.Icd10Gm, "ICD-10", code.Icd10);
            yield break;
        }

        for (var grade = 1; grade <= 4; grade++)
        {
            yield return ("ICD-10-GM", $"{code.Icd10Gm}{grade}", "ICD-10", code.Icd10);
        }
    }
}

using System.Text.RegularExpressions;
using Anamnesis.Engines;
using Anamnesis.Examinations;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;

namespace Anamnesis.Reports;

/// <summary>An examination as it may be shown: what could be a value of a patient is taken out of its sentences and queries.</summary>
/// <remarks>Sentences lose long numbers. Queries lose every text that is not the program's own, an item or a word that at least five rows share.</remarks>
static partial class Discretion
{
    static readonly HashSet<string> Units = new(StringComparer.Ordinal) { "day", "week", "month", "quarter", "year", "hour", "minute", "second", "epoch" };

    /// <summary>The same examination when values were asked for.</summary>
    internal static Examination Of(Examination examination, Rendering rendering)
    {
        if (rendering.ShowValues)
        {
            return examination;
        }

        var shared = Shared(examination.Profile);
        return examination with
        {
            Diagnoses = [.. examination.Diagnoses.Select(diagnosis => Of(diagnosis, shared))],
            Questions = [.. examination.Questions.Select(question => question with { Evidence = Sentence(question.Evidence), Text = Sentence(question.Text) })],
            NotChecked = [.. examination.NotChecked.Select(Sentence)],
        };
    }

    /// <summary>A sentence without numbers that are long enough to be an identifier; codes such as 99999999 stay.</summary>
    internal static string Sentence(string text) => LongNumber().Replace(text, number => number.Value.Distinct().Count() == 1 ? number.Value : "…");

    /// <summary>SQL in which texts that may be a value of a patient are replaced by <c>'…'</c>.</summary>
    internal static string Query(string sql, IReadOnlySet<string> shared) => LongNumber().Replace(
        Quoted().Replace(sql, literal => literal.Value[0] == '"' || MayStay(literal.Value[1..^1].Replace("''", "'", StringComparison.Ordinal), shared) ? literal.Value : "'…'"),
        number => number.Value.Distinct().Count() == 1 ? number.Value : "…");

    static Diagnosis Of(Diagnosis diagnosis, HashSet<string> shared) => diagnosis with
    {
        Finding = diagnosis.Finding with { Says = Sentence(diagnosis.Finding.Says), Rows = Sql.Raw(Query(diagnosis.Finding.Rows.Text, shared)) },
        Differential = [.. diagnosis.Differential.Select(candidate => candidate with { Signs = [.. candidate.Signs.Select(sign => sign with { Says = Sentence(sign.Says) })] })],
    };

    /// <summary>Words that at least five rows share, in columns that hold words and no persons.</summary>
    static HashSet<string> Shared(Profile profile) => new(
        profile.Tables.SelectMany(table => table.Variables
            .Where(variable => variable.Variable.Item is null && variable.Variable.Role is Role.Category or Role.Site or Role.Unit or Role.Item or Role.Outcome)
            .SelectMany(variable => variable.Texts.Where(text => text.Count >= Privacy.SmallestCell).Select(text => text.Text))
            .Concat(table.Variables.Where(variable => variable.Rows >= Privacy.SmallestCell).Select(variable => variable.Variable.Item).OfType<string>())),
        StringComparer.Ordinal);

    static bool MayStay(string text, IReadOnlySet<string> shared) =>
        shared.Contains(text) || Units.Contains(text) || Date().IsMatch(text) || !Word().IsMatch(text);

    [GeneratedRegex(@"(?<![\d.,\-])\d{8,}(?![\d\-]|[.,]\d)")]
    private static partial Regex LongNumber();

    [GeneratedRegex("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d( [\d:.]+)?$")]
    private static partial Regex Date();

    [GeneratedRegex(@"[\p{L}\d]{3}")]
    private static partial Regex Word();
}

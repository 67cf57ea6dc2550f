using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A table of diagnoses: whose, in which stay, which code.</summary>
/// <param name="Table">The table.</param>
/// <param name="Patient">Whose.</param>
/// <param name="Stay">In which stay, or null.</param>
/// <param name="Code">The code.</param>
sealed record CodeTable(TableProfile Table, Column Patient, Column? Stay, Column Code)
{
    const double LooksSo = 0.8; // of the most frequent words
    const int FewestCodes = 6;

    /// <summary>The tables with a column of diagnoses and a person.</summary>
    internal static IEnumerable<CodeTable> In(Profile profile) =>
        from table in profile.Originals
        let patient = table.Reading.Of(Role.Patient)
        let code = table.Variables.FirstOrDefault(IsOfDiagnoses)?.Variable.Column
        where patient is not null && code is not null && table.Patients < table.Table.Rows
        select new CodeTable(table, patient, table.Reading.Of(Role.Stay), code);

    /// <summary>A letter and two digits, or three digits, perhaps with a point and more; at least some of them with a point or longer than three.</summary>
    static bool IsOfDiagnoses(VariableProfile profile)
    {
        if (profile.Variable.Item is not null || profile.Variable.Column.Kind != Kind.Text || profile.Texts.Count < FewestCodes || profile.Variable.Role is Role.Patient or Role.Stay or Role.RowId or Role.User or Role.Site or Role.Unit)
        {
            return false;
        }

        var texts = profile.Texts.Take(60).Select(text => text.Text.Trim()).ToList();
        return texts.Count(IsDiagnosis) >= LooksSo * texts.Count && texts.Count(IsDrug) < LooksSo * texts.Count && texts.Exists(text => text.Length > 3) && (texts.Exists(text => char.IsLetter(text[0])) || Measured.IsNamedAsCode(profile.Variable.Column.Name));
    }

    /// <summary>A drug of the ATC: a letter, two digits, two letters, two digits.</summary>
    static bool IsDrug(string text) => text.Length == 7 && char.IsAsciiLetterUpper(text[3]) && char.IsAsciiLetterUpper(text[4]) && char.IsAsciiDigit(text[5]) && char.IsAsciiDigit(text[6]);

    static bool IsDiagnosis(string text) => text.Length is >= 3 and <= 9 && (char.IsAsciiLetterUpper(text[0]) || char.IsAsciiDigit(text[0])) && char.IsAsciiDigit(text[1])
        && text.Skip(2).All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '+' or '*' or '!' or '?');
}

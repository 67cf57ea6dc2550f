using System.Globalization;

namespace Anamnesis.Questions.Linting;

/// <summary>A question with what a person said about it.</summary>
/// <param name="Author">The person who invented the voices; <see cref="House"/> for those who knew the rules.</param>
/// <param name="Voice">Who wrote it, as a kind of author.</param>
/// <param name="Style">How it is written.</param>
/// <param name="Kind"><c>data</c> or <c>need</c>.</param>
/// <param name="Role">Whom it is put to.</param>
/// <param name="Grade">1 to 5.</param>
/// <param name="IsTricky">Whether its surface misleads.</param>
/// <param name="Flaws">Ids of flaws.</param>
/// <param name="Text">The question.</param>
sealed record LabelledQuestion(string Author, string Voice, string Style, string Kind, string Role, int Grade, bool IsTricky, IReadOnlyList<string> Flaws, string Text)
{
    /// <summary>The files, from the root of the repository.</summary>
    internal const string Training = "tests/Anamnesis.Tests/Questions/labelled-training.csv";

    /// <summary>Written last, and never tuned on.</summary>
    internal const string Last = "tests/Anamnesis.Tests/Questions/labelled-last.csv";

    /// <summary>Those who knew the rules, or wrote questions after rules were made from their former ones.</summary>
    internal const string House = "house";

    const int Columns = 9;

    internal bool IsGood => Grade >= 4;

    /// <summary>Reads a file: author, voice, style, kind, role, grade, tricky, flaws, text; the text is the rest of the line.</summary>
    /// <exception cref="AnamnesisException">A line cannot be understood; the message names it.</exception>
    internal static IReadOnlyList<LabelledQuestion> Read(string path) =>
    [
        .. File.ReadLines(path).Select((line, i) => (Line: line, Number: i + 1)).Skip(1).Where(line => line.Line.Length > 0).Select(line => Parse(line.Line, line.Number, path)),
    ];

    static LabelledQuestion Parse(string line, int number, string path)
    {
        var parts = line.Split(',', Columns);
        return parts.Length == Columns && int.TryParse(parts[5], NumberStyles.None, CultureInfo.InvariantCulture, out var grade) && parts[7].Split(' ', StringSplitOptions.RemoveEmptyEntries) is var flaws
            && flaws.All(flaw => Criteria.Flaw(flaw) is not null)
            ? new LabelledQuestion(parts[0], parts[1], parts[2], parts[3], parts[4], grade, parts[6] == "yes", flaws, parts[8])
            : throw new AnamnesisException($"'{path}', line {number}: expected author,voice,style,kind,role,grade,tricky,flaws,text with known flaws, found '{line}'.");
    }
}

using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A mark that only ever says yes: the other answer is not written down, and the rest is empty.</summary>
sealed class OnlyYes : IFindingKind
{
    const int Fewest = 20; // rows
    const int FewestMarks = 5;
    const double Empty = 0.1; // share of empty rows
    const double Hardly = 0.05; // explicit no, of the yes
    const double Seldom = 0.4; // of the yes
    const double VerySeldom = 0.2; // of all other answers
    const int MostAnswers = 6;

    static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "yes", "y", "true", "t", "ja", "j", "tak", "1", "x", "+", "present", "positive", "checked", "ticked" };
    static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "no", "n", "false", "f", "nein", "nie", "0", "-", "none", "negative", "never", "absent", "not present", "keine", "brak" };

    public string Id => "only-yes";

    public string Title => "Only one answer is ever marked, and the rest is empty";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        from variable in table.Variables
        where Is(variable)
        let column = variable.Variable.Column
        select Draft.Of(
            Id, table.Table, [column], $"{column.Name} says yes in {Says.Of(variable.Present, variable.Rows)}, {(Marks(variable).No == 0 ? "never" : "hardly ever")} no, and is empty in {Says.Count(variable.Missing)}",
            (variable.Missing, variable.Rows), $"{column.Value} IS NULL") with
        { Weight = 0.3, Facts = new Dictionary<string, double> { ["yes"] = Marks(variable).Yes, ["no"] = Marks(variable).No } };

    /// <summary>Whether a column holds marks for yes, hardly one for no, and is often empty.</summary>
    internal static bool Is(VariableProfile variable)
    {
        var (yes, no) = Marks(variable);
        return variable.Variable.Item is null && variable.Variable.Role is not (Role.Patient or Role.Stay or Role.RowId or Role.Unit or Role.Item) && variable.Rows >= Fewest && variable.OneIn == 1
            && yes >= FewestMarks && no <= Hardly * yes && variable.Missing >= Empty * variable.Rows && variable.Unreadable.Count == 0;
    }

    /// <summary>Whether a no is written down, too.</summary>
    internal static bool SaysNo(VariableProfile variable) => Marks(variable) is var (yes, no) && no > Hardly * Math.Max(1, yes);

    /// <summary>Whether a no is written, but hardly ever beside all other answers: even where most say yes, more than one in six would say no.</summary>
    internal static bool SaysNoHardlyEver(VariableProfile variable) => SaysNoSeldom(variable) && Marks(variable).No <= VerySeldom * (variable.Present - Marks(variable).No);

    /// <summary>Whether a no is written, but seldom beside the yes: where both are asked for, most say no to most questions.</summary>
    internal static bool SaysNoSeldom(VariableProfile variable) => Marks(variable) is var (yes, no) && yes >= FewestMarks && no <= Seldom * Math.Max(yes, variable.Variable.Column.Kind == Kind.Text ? variable.Present - no : 0); // 'former' is a kind of yes

    static (long Yes, long No) Marks(VariableProfile variable) => variable.Variable.Column.Kind switch
    {
        Kind.Number => variable.Numbers.Values is [1] or [0, 1] ? (variable.Numbers.CountOf(1), variable.Numbers.CountOf(0)) : (0, 0),
        Kind.Text or Kind.Truth when variable.Distinct <= MostAnswers && !variable.Texts.Any(IsCode) => (variable.Texts.Where(text => Yes.Contains(text.Text)).Sum(text => text.Count), variable.Texts.Where(text => No.Contains(text.Text)).Sum(text => text.Count)),
        _ => (0, 0),
    };

    /// <summary>A letter or digit that is neither a yes nor a no: then 1 is one of several codes.</summary>
    static bool IsCode(TextCount text) => text.Text.Length == 1 && !Yes.Contains(text.Text) && !No.Contains(text.Text);
}

using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>The unticked box: absence of a mark read as absence of the condition.</summary>
sealed class BlankMeansNo : IMechanism
{
    public string Id => "blank-means-no";

    public IReadOnlyList<string> Explains => ["only-yes", "missing"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var (yes, no) = (facts.GetValueOrDefault("yes"), facts.GetValueOrDefault("no"));
        var marks = @case.Finding.Kind == "only-yes";
        var found = !marks && @case.Finding.Columns.Count > 0 && @case.Finding.Columns.All(IsOfWhatWasFound) && @case.Variable?.Variable.Column.Kind == Kind.Text;
        var unticked = @case.Variable is { } variable && OnlyYes.Is(variable);
        var seldom = !marks && !unticked && @case.Variable is { } answers && OnlyYes.SaysNoSeldom(answers);
        var never = seldom && @case.Variable is { } some && OnlyYes.SaysNoHardlyEver(some);
        return
        [
            Sign.Strong($"{yes:0} say yes and {no:0} say no, where both happen", no, marks),
            Sign.Strong("what is filled says yes, and the other answer is hardly ever written", null, !marks && unticked),
            Sign.Strong("a no is hardly ever written beside all other answers: nearly all of them are among the empty ones", null, never),
            Sign.Support("a no is written, but seldom beside the yes: most of them are among the empty ones", null, seldom && !never),
            Sign.Support("it names what was found, and nothing found leaves it empty", null, found),
            Sign.Against("both answers are written down, or it is no answer at all", null, !marks && !unticked && !seldom && !found),
        ];
    }

    /// <summary>Columns that hold a name only where there is something to name.</summary>
    static bool IsOfWhatWasFound(string column) => NameTokens.Of(column) is var name
        && (name.Has("org", "organism", "isolate", "pathogen", "allergy", "allergen", "complication", "complications", "adverse", "reaction", "abnormality", "keim", "erreger", "drobnoustroj", "powiklanie") || name.Contains("organism", "pathogen"));

    /// <summary>Who does not smoke has no mark.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.patients SET smoker = NULL FROM {setting.Draws("patients")} AS d WHERE d.row_id = patients.row_id AND smoker = 'no' AND d.u1 < {2 * setting.Severity}",
    ];
}

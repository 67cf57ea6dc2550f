using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Whole sentences, each written anew, and no words of a list.</summary>
static class Prose
{
    const int MostAnswers = 60; // different texts of a column that holds answers rather than sentences
    const int Blanks = 8; // in a text, on average

    internal static bool Is(VariableProfile variable) => variable.Variable.Column.Kind == Engines.Kind.Text && variable.Distinct > MostAnswers && variable.Texts.Count > 0
        && variable.Texts.Average(text => text.Text.Count(letter => letter == ' ')) >= Blanks;
}

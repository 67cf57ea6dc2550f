namespace Anamnesis.Questions.Linting;

/// <summary>From flaws and qualities to points: six components, and the worst flaw sets a ceiling.</summary>
static class Rubric
{
    /// <summary>The least score of a question that can be asked.</summary>
    internal const int Pass = 70;
}

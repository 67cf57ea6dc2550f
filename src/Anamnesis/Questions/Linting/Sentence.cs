namespace Anamnesis.Questions.Linting;

/// <summary>A sentence of a question.</summary>
/// <param name="From">Where it begins in the plain text.</param>
/// <param name="Text">Its plain text, trimmed.</param>
/// <param name="Core">What is left without clauses in front.</param>
/// <param name="Form">What it does.</param>
/// <param name="IsTagged">Whether a tag such as "right?" stands at its end.</param>
/// <param name="IsAsked">Whether it ends, or should end, with a question mark.</param>
sealed record Sentence(int From, string Text, string Core, AskForm Form, bool IsTagged, bool IsAsked)
{
    internal int To => From + Text.Length;

    /// <summary>Whether an account may follow.</summary>
    internal bool IsOpen => Form is AskForm.Open or AskForm.Request or AskForm.Indirect or AskForm.Permission;
}

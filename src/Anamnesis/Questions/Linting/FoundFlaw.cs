namespace Anamnesis.Questions.Linting;

/// <summary>A flaw that a question has, and the words that show it.</summary>
/// <param name="Id">Name of its page, <c>knowledge/flaws/&lt;id&gt;.md</c>.</param>
/// <param name="From">Where the words begin in the text as it was given, in UTF-16 units.</param>
/// <param name="To">Where they end, exclusive; never beyond the text.</param>
/// <param name="Why">One sentence for the person who asks.</param>
public sealed record FoundFlaw(string Id, int From, int To, string Why);

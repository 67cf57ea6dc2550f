namespace Anamnesis.Questions.Interviews;

/// <summary>Something that can be talked about.</summary>
/// <param name="Id">Kebab-case.</param>
/// <param name="Name">In plain words, to be offered when a question was not understood.</param>
/// <param name="Words">What people say when they mean it.</param>
/// <param name="YesNo">What is said to a yes-or-no question about it.</param>
sealed record Topic(string Id, string Name, string Words, string YesNo);

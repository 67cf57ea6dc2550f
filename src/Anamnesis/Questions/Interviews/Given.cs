namespace Anamnesis.Questions.Interviews;

/// <summary>The answer to a turn: by which rule, in which words, and what comes with it.</summary>
sealed record Given(string Rule, string Reply)
{
    internal Fact? Fact { get; init; }

    internal double Credit { get; init; }

    internal IReadOnlyList<string> Plants { get; init; } = [];

    internal bool Clears { get; init; }

    internal string? Topic { get; init; }

    internal int Depth { get; init; }
}

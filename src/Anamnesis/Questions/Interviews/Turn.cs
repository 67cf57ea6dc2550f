using Anamnesis.Questions.Linting;

namespace Anamnesis.Questions.Interviews;

/// <summary>What was asked and what came of it.</summary>
sealed record Turn
{
    /// <summary>As it was typed.</summary>
    internal required string Text { get; init; }

    /// <summary>How it was asked.</summary>
    internal required LintedQuestion Linted { get; init; }

    /// <summary>The rule that fired, a key of <c>knowledge/replies.yaml</c>.</summary>
    internal required string Rule { get; init; }

    internal required string Reply { get; init; }

    /// <summary>The same in the words of a model, where one stands at the door; nothing is scored by it.</summary>
    internal string? Spoken { get; init; }

    internal string? Topic { get; init; }

    /// <summary>How deep the question reached; facts of a higher level stay untold.</summary>
    internal int Depth { get; init; }

    /// <summary>The fact that was told, or null.</summary>
    internal Fact? Fact { get; init; }

    /// <summary>How much of its worth counts, by the way it was asked for.</summary>
    internal double Credit { get; init; }

    /// <summary>Ids of beliefs that were agreed to.</summary>
    internal IReadOnlyList<string> Planted { get; init; } = [];

    /// <summary>Whether beliefs were cleared.</summary>
    internal bool Clears { get; init; }

    /// <summary>The hook of the answer before, when there was one.</summary>
    internal string? Offered { get; init; }

    /// <summary>Whether it was taken up.</summary>
    internal bool TookHook { get; init; }

    /// <summary>It was asked before, in nearly the same words.</summary>
    internal bool Repeats { get; init; }

    /// <summary>A sentence used before, with another word put in.</summary>
    internal bool IsTemplate { get; init; }

    /// <summary>It points at something that does not lie on the table.</summary>
    internal bool PointsAtNothing { get; init; }

    /// <summary>Points of the question, 0 to 100; null for a greeting, thanks, or what is no question.</summary>
    internal int? Score { get; init; }

    internal double Trust { get; init; }

    internal double Patience { get; init; }

    internal double Minutes { get; init; }

    internal Stage Stage { get; init; }
}

namespace Anamnesis.Questions.Linting;

/// <summary>A question to a clinician as the linter sees it.</summary>
public sealed record LintedQuestion
{
    /// <summary>The text as it was given.</summary>
    public required string Text { get; init; }

    /// <summary>Whom it is put to: an id of <c>knowledge/respondents.yaml</c>, or null when nobody was named.</summary>
    public string? Role { get; init; }

    /// <summary><c>data</c> or <c>need</c>; read from the words when nobody said it.</summary>
    public required string Kind { get; init; }

    /// <summary>The language it is written in: <c>en</c>, <c>pl</c>, <c>de</c>, another two-letter code, or <c>none</c> where there are no words.</summary>
    public required string Language { get; init; }

    /// <summary>0 to 100; null where the language is not one we read.</summary>
    public required int? Score { get; init; }

    /// <summary>1 harmful, 2 poor, 3 usable but weak, 4 good, 5 ask it as it stands; null without a score.</summary>
    public int? Grade => Score switch { null => null, >= 85 => 5, >= 70 => 4, >= 50 => 3, >= 30 => 2, _ => 1 };

    /// <summary>Whether it can be asked; null without a score.</summary>
    public bool? IsGood => Score is { } score ? score >= Rubric.Pass : null;

    /// <summary>What is wrong with it, worst first.</summary>
    public required IReadOnlyList<FoundFlaw> Flaws { get; init; }

    /// <summary>Ids of what is right about it.</summary>
    public required IReadOnlyList<string> Qualities { get; init; }

    /// <summary>Points by component: neutrality, answerability, form, language, concreteness, yield.</summary>
    public required IReadOnlyDictionary<string, int> Components { get; init; }

    /// <summary>The most that the score can be with these flaws.</summary>
    public required int Ceiling { get; init; }

    /// <summary>What the reader should know beside the score, e.g. that the language is not one we read; or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether a flaw of that id was found.</summary>
    public bool Has(string flaw) => Flaws.Any(found => found.Id == flaw);

    /// <summary>Whether a quality of that id was found.</summary>
    public bool Shows(string quality) => Qualities.Contains(quality, StringComparer.Ordinal);
}

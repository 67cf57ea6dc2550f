using Anamnesis.Mechanisms;
using Anamnesis.Profiling;
using Anamnesis.Questions;
using Anamnesis.Readiness;

namespace Anamnesis.Examinations;

/// <summary>The result of examining a data set; the contract of every report.</summary>
public sealed record Examination
{
    /// <summary>Where the data came from.</summary>
    public required string Address { get; init; }

    /// <summary>Id of the engine that ran the queries.</summary>
    public required string Engine { get; init; }

    /// <summary>Version of this program.</summary>
    public required string Version { get; init; }

    /// <summary>When the examination began, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>What the tables say.</summary>
    public required Profile Profile { get; init; }

    /// <summary>Findings with their causes, most important first.</summary>
    public required IReadOnlyList<Diagnosis> Diagnoses { get; init; }

    /// <summary>Readiness by use.</summary>
    public required IReadOnlyList<Fitness> Readiness { get; init; }

    /// <summary>What to ask whom, what changes most first.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Answers that were read beside the data.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>What was not examined, and why.</summary>
    public required IReadOnlyList<string> NotChecked { get; init; }

    /// <summary>How many of the first sentences of <see cref="NotChecked"/> tell of files that were not read as tables.</summary>
    public int NotRead { get; init; }
}

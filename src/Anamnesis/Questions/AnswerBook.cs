using Anamnesis.Mechanisms;

namespace Anamnesis.Questions;

/// <summary>Answers beside the data, and what they do to a differential.</summary>
public static class AnswerBook
{
    /// <summary>What an answer multiplies the odds by, by certainty 0 (a guess) to 3 (documented); modelling choices, not measurements.</summary>
    static readonly double[] Factors = [2, 5, 20, 100];

    /// <summary>Reads <c>answers.yaml</c>.</summary>
    /// <exception cref="AnamnesisException">The file cannot be read, or says something that is not understood; the message names the line.</exception>
    public static IReadOnlyList<Answer> Read(string path) => AnswerFile.Read(path);

    /// <summary>The differential after what was said: confirmed mechanisms gain, ruled-out ones lose, and all sum to 1 again.</summary>
    /// <remarks>A confirmed mechanism that was no candidate joins with the prior of something else.</remarks>
    public static IReadOnlyList<Candidate> Rerank(IReadOnlyList<Candidate> differential, IReadOnlyList<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(differential);
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.Count == 0 || differential.Count == 0)
        {
            return differential;
        }

        var weighed = differential.ToList();
        weighed.AddRange(answers.Select(answer => answer.Mechanism).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(id => weighed.TrueForAll(candidate => candidate.Mechanism != id))
            .Select(id => Differential.Unmeasured(id, Differential.SomethingElsePrior)));
        weighed = [.. weighed.Select(candidate => candidate with { Probability = candidate.Probability * Factor(candidate.Mechanism, answers) })];
        var total = weighed.Sum(candidate => candidate.Probability);
        return [.. weighed.Select(candidate => candidate with { Probability = candidate.Probability / total }).OrderByDescending(c => c.Probability)];
    }

    /// <summary>Answers about one finding that cannot both be so: one confirms what another rules out, or they confirm different causes.</summary>
    public static IReadOnlyList<(Answer One, Answer Other)> Contradictions(IReadOnlyList<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return
        [
            .. from one in answers.Index()
               from other in answers.Skip(one.Index + 1)
               where one.Item.Finding == other.Finding && (Excludes(one.Item, other) || Excludes(other, one.Item) || (one.Item.Mechanism is not null && other.Mechanism is not null && one.Item.Mechanism != other.Mechanism))
               select (one.Item, other),
        ];
    }

    static bool Excludes(Answer one, Answer other) => one.Mechanism is { } confirmed && other.RulesOut.Contains(confirmed);

    static double Factor(string mechanism, IReadOnlyList<Answer> answers) => answers.Aggregate(1.0, (factor, answer) =>
        answer.Mechanism == mechanism ? factor * Factors[answer.Certainty]
        : answer.RulesOut.Contains(mechanism) ? factor / Factors[answer.Certainty]
        : factor);
}

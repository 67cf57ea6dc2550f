using Anamnesis.Mechanisms;
using CsCheck;

namespace Anamnesis.Questions;

/// <summary>What an answer does to a differential, whatever it is.</summary>
public sealed class AnswerBookLaws
{
    static readonly string[] Known = ["unit-mixture", "keying-error", "true-extreme", "paper-only-result"];

    static readonly string?[] Confirmed = [.. Known, "assay-generation-switch", null];

    static readonly Gen<IReadOnlyList<Candidate>> Differentials = Gen.Double[0.01, 1].Array[5].Select(weights =>
        (IReadOnlyList<Candidate>)[.. Known.Append(Differential.SomethingElse).Select((id, i) => Differential.Unmeasured(id, weights[i] / weights.Sum()))]);

    static readonly Gen<Answer> Answers = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Bool, Gen.Int[0, 3],
        (confirms, rulesOut, rules, certainty) => new Answer("f", Confirmed[confirms], rules && rulesOut != confirms ? [Known[rulesOut]] : [], "so it is", "hospital-it", null, certainty, null));

    [Fact]
    public void Probabilities_stay_probabilities() => Gen.Select(Differentials, Answers.Array[0, 4]).Sample((differential, answers) =>
    {
        var ranked = AnswerBook.Rerank(differential, answers);
        return Math.Abs(ranked.Sum(candidate => candidate.Probability) - 1) < 1e-9 && ranked.All(candidate => candidate.Probability is >= 0 and <= 1)
            && ranked.Zip(ranked.Skip(1)).All(pair => pair.First.Probability >= pair.Second.Probability || answers.Length == 0);
    });

    [Fact]
    public void What_is_confirmed_gains_and_the_surer_the_more() => Gen.Select(Differentials, Gen.Int[0, 3].Select(place => Known[place])).Sample((differential, id) =>
    {
        var by = Enumerable.Range(0, 4).Select(certainty => Of(AnswerBook.Rerank(differential, [Said(id, [], certainty)]), id)).Prepend(Of(differential, id)).ToList();
        return by.Zip(by.Skip(1)).All(pair => pair.Second > pair.First);
    });

    [Fact]
    public void What_is_ruled_out_loses_and_the_surer_the_more() => Gen.Select(Differentials, Gen.Int[0, 3].Select(place => Known[place])).Sample((differential, id) =>
    {
        var by = Enumerable.Range(0, 4).Select(certainty => Of(AnswerBook.Rerank(differential, [Said(null, [id], certainty)]), id)).Prepend(Of(differential, id)).ToList();
        return by.Zip(by.Skip(1)).All(pair => pair.Second < pair.First);
    });

    [Fact]
    public void The_order_of_answers_does_not_matter() => Gen.Select(Differentials, Answers.Array[2, 4]).Sample((differential, answers) =>
    {
        var (one, other) = (AnswerBook.Rerank(differential, answers), AnswerBook.Rerank(differential, [.. answers.Reverse()]));
        return one.All(candidate => Math.Abs(candidate.Probability - Of(other, candidate.Mechanism)) < 1e-9);
    });

    [Fact]
    public void A_cause_nobody_thought_of_joins_when_somebody_confirms_it() => Differentials.Sample(differential =>
        Of(AnswerBook.Rerank(differential, [Said("assay-generation-switch", [], 3)]), "assay-generation-switch") > 0.5);

    [Fact]
    public void What_says_nothing_about_causes_changes_nothing() => Differentials.Sample(differential =>
        AnswerBook.Rerank(differential, [Said(null, [], 3)]).All(candidate => Math.Abs(candidate.Probability - Of(differential, candidate.Mechanism)) < 1e-12));

    static Answer Said(string? confirms, IReadOnlyList<string> rulesOut, int certainty) => new("f", confirms, rulesOut, "so it is", "hospital-it", null, certainty, null);

    static double Of(IReadOnlyList<Candidate> differential, string id) => differential.Single(candidate => candidate.Mechanism == id).Probability;
}

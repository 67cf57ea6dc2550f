using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Questions;
using CsCheck;

namespace Anamnesis.Mechanisms;

/// <summary>How signs make probabilities, whatever they are.</summary>
public sealed class DifferentialLaws
{
    static readonly Gen<Sign> Signs = Gen.Select(Gen.Enum<Strength>(), Gen.Bool, (strength, fires) => new Sign("so much", 1, strength, fires));

    static readonly Gen<IReadOnlyList<IMechanism>> Mechanisms = Signs.Array[0, 8].Array[0, 7].Select(all =>
        (IReadOnlyList<IMechanism>)[.. all.Select((signs, place) => new Invented($"cause-{place}", signs))]);

    static readonly Gen<(IReadOnlyList<IMechanism> Causes, int Place)> Chosen = Gen.Select(Mechanisms.Where(causes => causes.Count > 0), Gen.Int[0, 6], (causes, place) => (causes, place % causes.Count));

    [Fact]
    public void Probabilities_sum_to_one_and_are_sorted() => Mechanisms.Sample(causes =>
    {
        var ranked = Rank(causes);
        return Math.Abs(ranked.Sum(candidate => candidate.Probability) - 1) < 1e-9 && ranked.All(candidate => candidate.Probability is > 0 and <= 1)
            && ranked.Zip(ranked.Skip(1)).All(pair => pair.First.Probability >= pair.Second.Probability);
    });

    [Fact]
    public void Every_cause_is_there_once_and_something_else_too() => Mechanisms.Sample(causes =>
        Rank(causes).Select(candidate => candidate.Mechanism).Order(StringComparer.Ordinal).SequenceEqual(causes.Select(cause => cause.Id).Append(Differential.SomethingElse).Order(StringComparer.Ordinal)));

    [Fact]
    public void Without_a_sign_all_causes_are_alike_and_something_else_keeps_its_prior() => Gen.Int[1, 9].Sample(count =>
    {
        var ranked = Rank([.. Enumerable.Range(0, count).Select(place => new Invented($"cause-{place}", []))]);
        return Math.Abs(Of(ranked, Differential.SomethingElse) - Differential.SomethingElsePrior) < 1e-9 && ranked.Where(candidate => candidate.Mechanism != Differential.SomethingElse).Select(candidate => Math.Round(candidate.Probability, 9)).Distinct().Count() == 1;
    });

    [Fact]
    public void A_sign_that_fires_moves_its_own_cause_its_way_and_all_others_the_other_way() => Gen.Select(Chosen, Gen.Enum<Strength>()).Sample((chosen, strength) =>
    {
        var (causes, place) = chosen;
        var (before, after) = (Rank(causes), Rank(With(causes, place, new Sign("so much", 1, strength, Fires: true))));
        var direction = strength == Strength.Against ? -1 : 1;
        return before.All(candidate => direction * (candidate.Mechanism == causes[place].Id ? 1 : -1) * (Of(after, candidate.Mechanism) - candidate.Probability) > 0);
    });

    [Fact]
    public void A_strong_sign_says_more_than_one_that_supports() => Chosen.Sample((causes, place) =>
        Of(Rank(With(causes, place, Sign.Strong("so much", 1, fires: true))), causes[place].Id) > Of(Rank(With(causes, place, Sign.Support("so much", 1, fires: true))), causes[place].Id));

    [Fact]
    public void A_sign_that_does_not_fire_changes_nothing() => Gen.Select(Chosen, Gen.Enum<Strength>()).Sample((chosen, strength) =>
    {
        var (causes, place) = chosen;
        var after = Rank(With(causes, place, new Sign("not measured", null, strength, Fires: false)));
        return Rank(causes).All(candidate => Math.Abs(Of(after, candidate.Mechanism) - candidate.Probability) < 1e-12);
    });

    [Fact]
    public void Neither_signs_nor_answers_make_certain() => Gen.Select(Chosen, Gen.Int[0, 3].Array[1, 6], Gen.Bool).Sample((chosen, certainties, confirms) =>
    {
        var (causes, place) = chosen;
        var said = certainties.Select(certainty => new Answer("f", confirms ? causes[place].Id : null, confirms ? [] : [causes[place].Id], "so it is", "hospital-it", null, certainty, null)).ToList();
        return AnswerBook.Rerank(Rank(causes), said).All(candidate => candidate.Probability is > 0 and < 1);
    });

    static IReadOnlyList<IMechanism> With(IReadOnlyList<IMechanism> causes, int place, Sign sign) =>
        [.. causes.Select((cause, at) => at == place ? new Invented(cause.Id, [.. cause.Signs(Case), sign]) : cause)];

    static IReadOnlyList<Candidate> Rank(IReadOnlyList<IMechanism> causes) => Differential.Rank(Case, causes);

    static double Of(IReadOnlyList<Candidate> ranked, string id) => ranked.Single(candidate => candidate.Mechanism == id).Probability;

    static Case Case { get; } = new(
        new Finding { Kind = "spike", Table = "t", Columns = ["x"], Says = "x is odd", Count = 5, Denominator = 10, Rows = $"SELECT 1" }, null!, null, null!, null!); // invented causes look at none of these

    sealed class Invented(string id, IReadOnlyList<Sign> signs) : IMechanism
    {
        public string Id => id;

        public IReadOnlyList<string> Explains => ["spike"];

        public IReadOnlyList<Sign> Signs(Case @case) => signs;

        public IReadOnlyList<Sql> Distort(Setting setting) => [];
    }
}

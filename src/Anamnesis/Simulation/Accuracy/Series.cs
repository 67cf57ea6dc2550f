using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using Anamnesis.Simulation.Styles;

namespace Anamnesis.Simulation.Accuracy;

/// <summary>A series of clinics whose mechanisms, strengths, sites and names are drawn from a seed.</summary>
/// <remarks>The two series share no seed (even and odd), no combination of mechanisms (odd and even in number) and no naming style.</remarks>
/// <param name="Id">As in documents.</param>
/// <param name="Parity">Remainder of all its seeds by two.</param>
/// <param name="Styles">How its records name things.</param>
/// <param name="Sizes">How many mechanisms act in a clinic.</param>
sealed record Series(string Id, int Parity, IReadOnlyList<NamingStyle> Styles, IReadOnlyList<int> Sizes)
{
    const int CleanOneIn = 8; // every distortion off
    const int MostSeed = 1_000_000_000;
    const double Weakest = 0.15;
    const double AtOneSite = 0.35;

    static readonly string[] Chain = ["patient-truth", "observed", "documented.paper", "documented.form", "documented.device", "documented.dictation", "transcribed", "coded", "transferred", "extracted", "de-identified"];

    /// <summary>What the published numbers are measured on.</summary>
    internal static Series Accuracy { get; } = new("accuracy", 0, [NamingStyle.Polish, NamingStyle.German], [5, 7]);

    /// <summary>What the weights are counted on.</summary>
    internal static Series Calibration { get; } = new("calibration", 1, [NamingStyle.English], [4, 6]);

    /// <summary>The first clinics of the series; the first of all, and one in eight, has every distortion off.</summary>
    internal IEnumerable<Trial> Trials(TrialSize size)
    {
        var draw = Draw.For(size.Seed, Id, 0);
        var deck = new List<string>();
        for (var number = 0; number < size.Clinics; number++)
        {
            var process = number % CleanOneIn == 0 ? [] : Process(Hand(deck, draw.One(Sizes), ref draw), ref draw);
            yield return new Trial(number + 1, new ClinicPlan((2 * draw.Whole(0, MostSeed)) + Parity, size.Patients, [])
            {
                FirstYear = size.FirstYear,
                LastYear = size.LastYear,
                Wide = true,
                Style = draw.One(Styles),
                Process = process,
            });
        }
    }

    /// <summary>Mechanisms from a shuffled pack of all, so that each comes about as often as any other.</summary>
    static List<string> Hand(List<string> deck, int count, ref Draw draw)
    {
        var hand = new List<string>();
        while (hand.Count < count)
        {
            if (deck.Count == 0)
            {
                deck.AddRange(Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id));
            }

            var place = draw.Whole(0, deck.Count - 1);
            if (!hand.Contains(deck[place]))
            {
                hand.Add(deck[place]);
                deck.RemoveAt(place);
            }
            else if (deck.TrueForAll(hand.Contains))
            {
                deck.Clear();
            }
        }

        return hand;
    }

    /// <summary>In the order of the steps at which they arise; what happens to an extract happens to all of it.</summary>
    static List<Distortion> Process(List<string> hand, ref Draw draw)
    {
        var process = new List<Distortion>();
        foreach (var mechanism in hand.OrderBy(id => Step(id)).ThenBy(id => id, StringComparer.Ordinal))
        {
            var severity = Math.Round(Weakest + ((1 - Weakest) * draw.Uniform()), 2);
            var site = draw.Chance(AtOneSite) ? draw.One(Sites.All).Name : null;
            process.Add(new Distortion(mechanism, severity) { Site = Step(mechanism) >= Array.IndexOf(Chain, "extracted") ? null : site });
        }

        return process;
    }

    static int Step(string mechanism) => Array.IndexOf(Chain, Pages.Find(mechanism)?.ArisesAt[^1]);
}

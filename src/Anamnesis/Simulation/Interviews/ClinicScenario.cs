using Anamnesis.Knowledge;
using Anamnesis.Questions.Interviews;
using Anamnesis.Simulation.Reasons;

namespace Anamnesis.Simulation.Interviews;

/// <summary>Somebody of a written clinic who can be interviewed: what is told is true of that data set, by its manifest and its ledger.</summary>
static class ClinicScenario
{
    const int MostTopics = 8;

    /// <summary>The person of a role.</summary>
    /// <exception cref="AnamnesisException">Nothing in this clinic depends on what that role knows.</exception>
    internal static Scenario Of(string folder, Respondent role)
    {
        using var clinic = WrittenClinic.Open(folder);
        var all = ClinicKnowledge.Of(clinic);
        var own = all.Where(one => one.Page.Respondent == role.Id).Take(MostTopics).ToList();
        return own.Count > 0 ? Of(role, own, all) : throw new AnamnesisException($"In this clinic nothing depends on what the {role.Name} knows. Those who know something: {string.Join(", ", Knowing(all))}.");
    }

    static IEnumerable<string> Knowing(IReadOnlyList<ActingMechanism> all) => all.Select(one => one.Page.Respondent).Distinct(StringComparer.Ordinal);

    static Scenario Of(Respondent role, IReadOnlyList<ActingMechanism> own, IReadOnlyList<ActingMechanism> all)
    {
        var others = Knowing(all).Where(id => id != role.Id).Select(id => Respondents.Find(id)?.Name ?? id).Take(3).ToList();
        return new Scenario
        {
            Id = "clinic",
            Title = $"What does the {role.Name} of this clinic know about its data?",
            Kind = "data",
            Brief = "You were handed the record of a simulated clinic. Examine it first, and bring what you found. What this person tells is true of this very record.",
            Shown = [.. own.Select(one => string.Join(' ', one.About.Take(3)))],
            ChecksNumbers = false,
            Persona = new Persona($"The {role.Name}", role.Id, $"Knows {role.Knows}.") { Minutes = 20 },
            Topics = [.. own.Select(Topic), new Topic("others", "who else knows", "who else whom ask knows next person touches", "No.")],
            Facts = [.. own.SelectMany(Facts), new Fact("others", "others", 1, 0.3)
            {
                Text = others.Count == 0 ? "Nobody else that I know of." : $"For the rest ask the {string.Join(", or the ", others)}.", Gist = others.Count == 0 ? "nobody else" : $"the {string.Join(" and the ", others)} know the rest", Ask = "Who else should I ask about these data?",
            }],
            Beliefs = [.. Absent(role, own, all), .. own.SelectMany(Misplaced)],
        };
    }

    static Topic Topic(ActingMechanism one) => new(
        one.Page.Id, one.About.Count > 0 ? one.About[0] : one.Page.Name.ToLowerInvariant(), $"{one.Page.Name} {one.Story} {string.Join(' ', Suspicions.Of(one.Page.Id))} {string.Join(' ', one.About)} {one.Page.Question.Replace("{what}", " ", StringComparison.Ordinal)}", "Sometimes, yes.");

    static IEnumerable<Fact> Facts(ActingMechanism one)
    {
        var (id, what) = (one.Page.Id, one.About.Count > 0 ? one.About[0] : "this");
        var practice = one.Story.TrimEnd('.').Split(": ")[0];
        yield return new Fact(id, id, 2, 0.25)
        {
            Key = true,
            Text = $"Here it is like this. {one.Story}",
            Hook = practice,
            Gist = $"{char.ToLowerInvariant(practice[0])}{practice[1..]}",
            Ask = $"Thinking of the last time, {char.ToLowerInvariant(one.Page.Question[0])}{one.Page.Question[1..].Replace("{what}", what, StringComparison.Ordinal)}",
        };
        yield return new Fact($"{id}-where", id, 3, 0.12) { Key = true, Requires = id, Text = one.Where, Gist = one.Where.TrimEnd('.'), Ask = $"You said: {practice}. How did that come about, at which place and since when?" };
        yield return new Fact($"{id}-again", id, 4, 0.1)
        {
            Requires = id,
            Text = one.Recoverable ? $"If you need what was really so, it can be had: {one.From}." : $"What was really so cannot be had again: {one.From}.",
            Gist = one.Recoverable ? $"it can be had again from {one.From}" : $"it cannot be had again: {one.From}",
            Ask = $"In which cases can the true {what} still be found, and where is it kept?",
        };
    }

    /// <summary>What does not happen in this clinic and may be suspected all the same.</summary>
    static IEnumerable<Belief> Absent(Respondent role, IReadOnlyList<ActingMechanism> own, IReadOnlyList<ActingMechanism> all)
    {
        var acting = all.Select(one => one.Page.Id).ToHashSet(StringComparer.Ordinal);
        var rivals = own.SelectMany(one => one.Page.Rivals.Select(rival => rival.Id)).ToHashSet(StringComparer.Ordinal);
        return Pages.All.Where(page => !acting.Contains(page.Id) && (page.Respondent == role.Id || rivals.Contains(page.Id) || Suspicions.All.ContainsKey(page.Id)))
            .Select(page => new Belief(page.Id, Suspicions.Of(page.Id), "That may be, yes.", $"{page.Name}: in this clinic no cell was changed by it."));
    }

    /// <summary>What happens in another place of this clinic than was suggested.</summary>
    static IEnumerable<Belief> Misplaced(ActingMechanism one) => one.SitesActing.Count == 0 ? []
        : Sites.All.Where(site => !one.SitesActing.Contains(site.Name)).Select(site => new Belief(
            $"{one.Page.Id}@{site.Name}", [.. Suspicions.Of(one.Page.Id).SelectMany(cue => ((string[])[$"{cue} {site.Name}", $"{site.Name} {cue}"]))], $"At {site.Name}, yes, I think so.", $"{one.Page.Name}: not at {site.Name}, only at {string.Join(" and ", one.SitesActing)}."));
}

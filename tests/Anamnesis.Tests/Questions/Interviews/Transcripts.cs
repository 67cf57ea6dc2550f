namespace Anamnesis.Questions.Interviews;

/// <summary>The conversations beside this file, one a scenario and level.</summary>
static class Transcripts
{
    internal static readonly IReadOnlyList<string> Levels = ["bad", "mediocre", "good", "expert"];

    internal static TheoryData<string> Scenarios => [.. Interviews.Scenarios.All.Select(scenario => scenario.Id)];

    internal static Script Of(string scenario, string level) =>
        Script.Read(Path.Combine(Shared.Root(), "tests/Anamnesis.Tests/Questions/Interviews/Transcripts", $"{scenario}.{level}.txt"));

    /// <summary>Every turn of every transcript of a scenario.</summary>
    internal static IEnumerable<string> Turns(string scenario) => Levels.SelectMany(level => Of(scenario, level).Turns);
}

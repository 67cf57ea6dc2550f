using Anamnesis.Knowledge;

namespace Anamnesis.Questions.Interviews;

/// <summary>The scenarios that come with the program.</summary>
static class Scenarios
{
    static readonly Lazy<IReadOnlyList<Scenario>> Loaded = new(() =>
        [.. Embedded.Names("scenarios").Select(name => ScenarioFile.Parse($"knowledge/{name}", Embedded.Text(name)))]);

    internal static IReadOnlyList<Scenario> All => Loaded.Value;

    /// <summary>The scenario of that id, or of that file.</summary>
    /// <exception cref="AnamnesisException">There is none; the nearest are named.</exception>
    internal static Scenario Find(string idOrFile) =>
        All.FirstOrDefault(scenario => scenario.Id == idOrFile)
        ?? (File.Exists(idOrFile) ? ScenarioFile.Read(idOrFile)
        : throw new AnamnesisException($"There is no scenario '{idOrFile}', and no such file. Nearest: {string.Join(", ", Nearest.To(idOrFile, All.Select(scenario => scenario.Id)))}. 'anamnesis ask interview' lists all."));
}

using Anamnesis.Knowledge;
using Anamnesis.Questions;

namespace Anamnesis.Simulation.Interviews;

/// <summary>What people say when they suspect a mechanism, <c>knowledge/suspicions.yaml</c>.</summary>
static class Suspicions
{
    static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> Loaded = new(() =>
        FileNode.Parse("knowledge/suspicions.yaml", Embedded.Text("suspicions.yaml")) is { } root // ours, and not empty
            ? root.Pairs.ToDictionary(pair => pair.Key, pair => root.Texts(pair.Key), StringComparer.Ordinal)
            : []);

    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> All => Loaded.Value;

    /// <summary>The phrases of a mechanism; its id in words where nothing else is known.</summary>
    internal static IReadOnlyList<string> Of(string mechanism) => All.GetValueOrDefault(mechanism, [mechanism.Replace('-', ' ')]);
}

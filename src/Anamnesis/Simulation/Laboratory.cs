namespace Anamnesis.Simulation;

/// <summary>The laboratory of a site: its own codes and analysers, and when they were changed.</summary>
/// <param name="Codes">Local codes by test.</param>
/// <param name="Analysers">The analyser since a day, earliest first.</param>
sealed record Laboratory(IReadOnlyDictionary<string, string> Codes, IReadOnlyList<(DateTime Since, string Name)> Analysers)
{
    internal string AnalyserAt(DateTime moment) => Analysers.Last(one => one.Since <= moment || one == Analysers[0]).Name;
}

using Anamnesis.Engines;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;

namespace Anamnesis.Readiness;

/// <summary>What readiness is judged by.</summary>
/// <param name="Profile">What the tables say.</param>
/// <param name="Diagnoses">The findings with their causes.</param>
/// <param name="Dataset">For targeted queries.</param>
public sealed record Evidence(Profile Profile, IReadOnlyList<Diagnosis> Diagnoses, Dataset Dataset);

namespace Anamnesis.Readiness;

/// <summary>A dimension as it was found.</summary>
/// <param name="Dimension">Its id.</param>
/// <param name="Level">0 not assessable, 1 unfit, 2 usable with named handling, 3 fit, 4 fit and confirmed by a person.</param>
/// <param name="Because">Ids of the findings that hold it back.</param>
/// <param name="Says">One sentence: what was measured.</param>
/// <param name="NotAssessed">What could not be measured, and why; null when everything was.</param>
public sealed record Gate(string Dimension, int Level, IReadOnlyList<string> Because, string Says, string? NotAssessed);

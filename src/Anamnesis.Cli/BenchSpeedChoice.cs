namespace Anamnesis.Cli;

/// <summary>What to measure.</summary>
/// <param name="Rows">Rows of the long shapes.</param>
/// <param name="WideRows">Rows of the wide shape.</param>
/// <param name="Runs">Pairs of runs.</param>
/// <param name="Shapes">Of <see cref="BenchShapes.All"/>.</param>
/// <param name="Folder">Where the files are made and kept, or null for a temporary folder that is deleted.</param>
sealed record BenchSpeedChoice(long Rows, long WideRows, int Runs, IReadOnlyList<string> Shapes, string? Folder);

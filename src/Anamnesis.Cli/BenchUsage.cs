namespace Anamnesis.Cli;

/// <summary>What one whole process used.</summary>
/// <param name="WallSeconds">From start to exit, measured from outside.</param>
/// <param name="CpuSeconds">User and system time, all threads.</param>
/// <param name="PeakMib">Largest resident set in MiB.</param>
readonly record struct BenchUsage(double WallSeconds, double CpuSeconds, double PeakMib);

using System.Globalization;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench speed</c>: a whole examination against DuckDB's own SUMMARIZE of the same file, in turn, as whole processes.</summary>
static class BenchSpeed
{
    internal static int Run(BenchSpeedChoice choice, Terminal terminal, CancellationToken cancellation)
    {
        var folder = choice.Folder ?? Directory.CreateTempSubdirectory("anamnesis-speed-").FullName;
        try
        {
            terminal.Out.WriteLine($"A whole examination against SUMMARIZE of the same file, whole processes, in turn, {choice.Runs} pairs; {Environment.ProcessorCount} processors.");
            terminal.Out.WriteLine("shape             rows   examine: wall s   CPU s   MiB   SUMMARIZE: wall s   CPU s   MiB   ratio: wall   CPU   median of pairs");
            foreach (var shape in choice.Shapes)
            {
                cancellation.ThrowIfCancellationRequested();
                var rows = shape == "wide" ? choice.WideRows : choice.Rows;
                var path = BenchShapes.Write(shape, rows, folder);
                terminal.Out.WriteLine(Line(shape, rows, Pairs(path, choice.Runs, cancellation)));
            }

            return ExitCode.Done;
        }
        finally
        {
            if (choice.Folder is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    static List<(BenchUsage Mine, BenchUsage Its)> Pairs(string path, int runs, CancellationToken cancellation)
    {
        var pairs = new List<(BenchUsage Mine, BenchUsage Its)>();
        for (var run = 0; run < runs; run++)
        {
            cancellation.ThrowIfCancellationRequested();
            var mine = BenchOne.Run("examine", path);
            pairs.Add((mine, BenchOne.Run("summarize", path)));
        }

        return pairs;
    }

    static string Line(string shape, long rows, List<(BenchUsage Mine, BenchUsage Its)> pairs)
    {
        double Of(Func<(BenchUsage Mine, BenchUsage Its), double> number) => Median([.. pairs.Select(number)]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{shape,-12}{rows,10}{Of(p => p.Mine.WallSeconds),18:0.00}{Of(p => p.Mine.CpuSeconds),8:0.00}{Of(p => p.Mine.PeakMib),6:0}"
            + $"{Of(p => p.Its.WallSeconds),20:0.00}{Of(p => p.Its.CpuSeconds),8:0.00}{Of(p => p.Its.PeakMib),6:0}"
            + $"{Of(p => p.Mine.WallSeconds / p.Its.WallSeconds),14:0.00}{Of(p => p.Mine.CpuSeconds / p.Its.CpuSeconds),6:0.00}");
    }

    internal static double Median(IReadOnlyList<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}

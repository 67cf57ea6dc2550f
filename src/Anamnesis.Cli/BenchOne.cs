using System.Diagnostics;
using System.Globalization;
using Anamnesis.Engines;
using Anamnesis.Examinations;
using Anamnesis.Sources;

namespace Anamnesis.Cli;

/// <summary>One whole process of <c>bench speed</c>: does one thing to one file and says what it used.</summary>
static class BenchOne
{
    const string Mark = "used";

    /// <summary>Runs in the process that is measured: <c>examine</c>, <c>summarize</c>, or <c>queries</c>, which lists where an examination spends its time.</summary>
    internal static int Inside(string what, string path, Terminal terminal, CancellationToken cancellation)
    {
        switch (what)
        {
            case "examine":
                Program.Run(["examine", path, "--json"], new Terminal(TextWriter.Null, TextWriter.Null), cancellation);
                break;
            case "summarize":
                using (var dataset = DuckDb.Empty(path))
                {
                    dataset.Rows($"SUMMARIZE FROM {path}", row => row.FieldCount);
                }

                break;
            case "queries":
                Queries(path, terminal, cancellation);
                break;
            default:
                throw new AnamnesisException($"'{what}' cannot be measured. Expected examine, summarize or queries.");
        }

        using var self = Process.GetCurrentProcess();
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Mark} {self.TotalProcessorTime.TotalSeconds:R} {self.PeakWorkingSet64 / 1048576.0:R}"));
        return ExitCode.Done;
    }

    /// <summary>Starts this program again and waits for it.</summary>
    internal static BenchUsage Run(string what, string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(BenchOne).Assembly.Location);
        }

        foreach (var argument in (string[])["bench", "one", what, path])
        {
            start.ArgumentList.Add(argument);
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new AnamnesisException("This program could not start itself.");
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        clock.Stop();
        var used = said.Split('\n').LastOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal))?.Split(' ')
            ?? throw new AnamnesisException($"'bench one {what} {path}' ended with {process.ExitCode} and said: {said}");
        return new BenchUsage(clock.Elapsed.TotalSeconds, double.Parse(used[1], CultureInfo.InvariantCulture), double.Parse(used[2], CultureInfo.InvariantCulture));
    }

    static void Queries(string path, Terminal terminal, CancellationToken cancellation)
    {
        using var dataset = Address.Open(path, new Opening { Cancellation = cancellation });
        dataset.Timed = (sql, took) => terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds,8:0.000} s  {Cpu():0.000}  {Short(sql)}"));
        Examiner.Examine(dataset, new ExaminationOptions { Cancellation = cancellation, Progress = new Steps(terminal) });
    }

    /// <summary>Prints every step on the spot, so that the queries below it are its own.</summary>
    sealed class Steps(Terminal terminal) : IProgress<Step>
    {
        public void Report(Step value) =>
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## {Cpu():0.000} CPU s: {value.Says}"));
    }

    static double Cpu()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    static string Short(string sql)
    {
        const int Most = 400;
        var line = string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > Most ? line[..Most] + " …" : line;
    }
}

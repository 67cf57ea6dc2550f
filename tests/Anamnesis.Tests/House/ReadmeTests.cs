using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Anamnesis.House;

/// <summary>The commands of the README are run as they stand there, in a folder of their own, and what they print is compared.</summary>
/// <remarks>In a <c>console</c> block a line that begins with <c>$</c> is typed, the lines below it are printed, and <c>…</c> stands for lines that are left out.</remarks>
public sealed partial class ReadmeTests : IDisposable
{
    const string LeftOut = "…";

    static readonly string[] NotRun = ["./test"]; // this is one of its tests

    readonly TempFolder _folder = new();

    public ReadmeTests()
    {
        var program = _folder.File("anamnesis", $"#!/usr/bin/env bash\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "Anamnesis.Cli.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_commands_do_what_it_says()
    {
        var readme = Path.Combine(Shared.Root(), "README.md");
        var commands = Commands(File.ReadAllText(readme)).Where(command => !NotRun.Contains(command.Line)).ToList();
        Assert.True(commands.Count >= 5, $"only {commands.Count} commands were found");
        foreach (var (line, printed) in commands)
        {
            var (exit, output, error) = Run(line);
            Assert.True(exit == 0, $"'{line}' ended with {exit}: {error}");
            if (Environment.GetEnvironmentVariable("APPROVE") == "1" && printed.Count > 0)
            {
                File.WriteAllText(readme, File.ReadAllText(readme).Replace($"$ {line}\n{string.Join('\n', printed)}\n", $"$ {line}\n{string.Join('\n', Anew(printed, output))}\n", StringComparison.Ordinal));
                continue;
            }

            Assert.True(Missing(printed, output) is null, $"'{line}' does not print '{Missing(printed, output)}', but:\n{output}");
        }

        Assert.StartsWith("<!doctype html>", File.ReadAllText(_folder.At("report.html")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("anamnesis/examination/1", JsonDocument.Parse(File.ReadAllText(_folder.At("record.json"))).RootElement.GetProperty("schema").GetString());
    }

    [Theory]
    [InlineData("a\nb", "a\nb\n", true)]
    [InlineData("a\n…\nd", "a\nb\nc\nd\n", true)]
    [InlineData("a\n…\nd\n…", "a\nd\ne\n", true)]
    [InlineData("a\nc", "a\nb\nc\n", false)]
    [InlineData("…\nd", "a\nb\n", false)]
    [InlineData("took … s by x", "took 12.0 s by x\n", true)]
    public void Lines_left_out_and_seconds_may_differ_and_nothing_else(string printed, string output, bool matches) =>
        Assert.Equal(matches, Missing(printed.Split('\n'), output) is null);

    (int Exit, string Out, string Error) Run(string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", line]) { WorkingDirectory = _folder.Path, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["COLUMNS"] = "100";
        using var process = Process.Start(start)!; // bash is there, or this throws
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    static IEnumerable<(string Line, IReadOnlyList<string> Printed)> Commands(string markdown) =>
        Block().Matches(markdown).SelectMany(block => Typed().Matches(block.Groups["body"].Value))
            .Select(typed => (typed.Groups["line"].Value, (IReadOnlyList<string>)[.. typed.Groups["printed"].Value.Split('\n', StringSplitOptions.None)[..^1]]));

    /// <summary>The first line that should have been printed and was not, or null.</summary>
    static string? Missing(IReadOnlyList<string> printed, string output)
    {
        var lines = output.Split('\n').Select(Steady).ToList();
        var (place, free) = (0, false);
        foreach (var line in printed.Select(Steady))
        {
            if (line == LeftOut)
            {
                free = true;
                continue;
            }

            var found = free ? lines.IndexOf(line, place) : place < lines.Count && lines[place] == line ? place : -1;
            if (found < 0)
            {
                return line;
            }

            (place, free) = (found + 1, false);
        }

        return null;
    }

    /// <summary>What should have been printed, taken from what is: as many lines from the beginning, and from where the first line after lines left out stands.</summary>
    static IEnumerable<string> Anew(IReadOnlyList<string> printed, string output)
    {
        var lines = output.Split('\n');
        var place = 0;
        for (var i = 0; i < printed.Count; i++)
        {
            if (printed[i] == LeftOut)
            {
                yield return LeftOut;
                place = i + 1 < printed.Count && Array.IndexOf(lines, printed[i + 1], place) is >= 0 and var found ? found : lines.Length;
                continue;
            }

            var now = place < lines.Length ? lines[place++].TrimEnd() : printed[i];
            yield return Seconds().Match(printed[i]) is { Success: true } taken ? Seconds().Replace(now, taken.Value) : now; // the time of a quiet machine stays
        }
    }

    static string Steady(string line) => Seconds().Replace(line, "0 s").TrimEnd();

    [GeneratedRegex(@"(?:[0-9]+\.[0-9]|…) s\b")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"```console\n(?<body>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\$ (?<line>[^\n]+)\n(?<printed>(?:(?!\$ )[^\n]*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Typed();
}

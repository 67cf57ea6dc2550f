using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Anamnesis.Cli;

/// <summary>The program as a process of its own: how it ends, and what it leaves behind.</summary>
public sealed class ProcessTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("r.html.part", "out")] // before anything is read
    [InlineData("anamnesis-*", "temp")] // as soon as there is a folder for work
    [InlineData("file0.csv", "temp")] // while the text is written anew
    public async Task Interrupted_at_any_moment_it_ends_with_130_and_leaves_nothing(string appears, string where)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SKIPPED: there is no SIGINT on Windows");
        Directory.CreateDirectory(_folder.At("temp"));
        Directory.CreateDirectory(_folder.At("out"));
        var text = new StringBuilder("id;value;name\n");
        for (var i = 0; i < 400_000; i++)
        {
            text.Append(i).Append(';').Append(i % 977).Append(";M\u00fcller ").Append(i % 5003).Append('\n');
        }

        var data = _folder.File("in/latin.csv", Encoding.Latin1.GetBytes(text.ToString()));
        using var watcher = new FileSystemWatcher(_folder.At(where), appears) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        var seen = new TaskCompletionSource();
        watcher.Created += (_, _) => seen.TrySetResult();
        string[] examine = ["dotnet", Program, "examine", data, "--html", _folder.At("out/r.html")];
        using var process = OperatingSystem.IsLinux()
            ? Start("env", ["--default-signal=INT", .. examine]) // a shell lets what it starts in the background ignore the signal
            : Start(examine[0], examine[1..]);
        var printed = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var outed = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(seen.Task, process.WaitForExitAsync(TestContext.Current.CancellationToken));
        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (seen.Task.IsCompleted)
        {
            Assert.Equal(130, process.ExitCode);
            Assert.Contains("interrupted", await printed, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.At("out")));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.At("temp"), "anamnesis-*"));
        await outed;
    }

    [Fact]
    public async Task Two_runs_at_once_on_one_folder_find_the_same()
    {
        _folder.File("in/a.csv", "id;v;name\r\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i};{i % 17};x{(i % 2 == 0 ? "\r\n" : "\n")}")));
        Directory.CreateDirectory(_folder.At("temp"));
        using var one = Start("dotnet", [Program, "examine", _folder.At("in"), "--json"]);
        using var two = Start("dotnet", [Program, "examine", _folder.At("in"), "--json"]);
        var texts = await Task.WhenAll(one.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), two.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await Task.WhenAll(one.WaitForExitAsync(TestContext.Current.CancellationToken), two.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.Equal((0, 0), (one.ExitCode, two.ExitCode));
        var found = texts.Select(text =>
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.GetProperty("tables").GetRawText() + json.RootElement.GetProperty("findings").GetRawText();
        }).ToList();
        Assert.Equal(found[0], found[1]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.At("temp"), "anamnesis-*"));
    }

    [Fact]
    public void A_condition_that_is_met_ends_the_process_with_1()
    {
        using var process = Start("dotnet", [Program, "examine", _folder.File("v.csv", "id,v\n1,2\n1,2\n"), "--fail-on", "level:4"], temp: "/tmp");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(1, process.ExitCode);
    }

    [Fact]
    public void A_file_without_read_permission_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SKIPPED: Windows has no such bits");
        var path = _folder.File("p.csv", "a,b\n1,2\n");
#pragma warning disable CA1416 // skipped on Windows above
        File.SetUnixFileMode(path, UnixFileMode.None);
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
#pragma warning restore CA1416
        // root reads every file, so it asks as somebody else
        using var process = Environment.IsPrivilegedProcess
            ? Start("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "dotnet", Program, "examine", path], temp: "/tmp")
            : Start("dotnet", [Program, "examine", path], temp: "/tmp");
        var says = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(2, process.ExitCode);
        Assert.Contains("p.csv' may not be read by this user. Ask for read permission", says, StringComparison.Ordinal);
    }

    static string Program => Path.Combine(AppContext.BaseDirectory, "Anamnesis.Cli.dll");

    Process Start(string program, IReadOnlyList<string> words, string? temp = null) => Process.Start(new ProcessStartInfo(program, words)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
        WorkingDirectory = _folder.Path,
        Environment = { ["TMPDIR"] = temp ?? _folder.At("temp") },
    })!; // it starts or throws
}

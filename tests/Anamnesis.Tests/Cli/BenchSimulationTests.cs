using System.Globalization;
using System.Text.RegularExpressions;

namespace Anamnesis.Cli;

public sealed partial class BenchSimulationTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("anamnesis-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Three hundred a patient on the average of many; of a few hundred patients, somewhat less perhaps.</summary>
    [Fact]
    public void A_patient_of_eight_years_leaves_hundreds_of_rows_and_the_bench_leaves_no_file()
    {
        var run = CommandLine.Run($"bench simulation --patients 300 --in {_folder}");
        Assert.Equal((0, string.Empty), (run.Exit, run.Error));
        var rows = Rows().Match(run.Out);
        Assert.True(rows.Success, run.Out);
        Assert.InRange(int.Parse(rows.Groups["record"].Value, CultureInfo.InvariantCulture), 250, int.Parse(rows.Groups["truth"].Value, CultureInfo.InvariantCulture));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told()
    {
        File.WriteAllText(Path.Combine(_folder, "file"), string.Empty);
        var run = CommandLine.Run($"bench simulation --patients 300 --in {Path.Combine(_folder, "file")}");
        Assert.Equal(2, run.Exit);
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex("rows a patient: record (?<record>[0-9]+), truth (?<truth>[0-9]+), ledger [0-9]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Rows();
}

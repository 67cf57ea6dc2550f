using System.Globalization;
using System.Text.RegularExpressions;
using Anamnesis.Cli;
using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>A table of results, some of whose columns hold a type with its extremes: what the laws about types plant.</summary>
static class OddColumns
{
    internal const int Rows = 400;

    /// <summary>Columns that are for one thing, and take on the type together.</summary>
    internal static readonly IReadOnlyDictionary<string, string[]> Roles = new Dictionary<string, string[]>
    {
        ["keys and answers"] = ["patient_id", "stay_id", "row_id", "ward", "died", "note"],
        ["items"] = ["test", "result", "unit"],
        ["values"] = ["potassium", "age", "birth_date"],
        ["times"] = ["taken", "recorded", "admitted", "discharged"],
    };

    static readonly Dictionary<string, string> Usual = new()
    {
        ["patient_id"] = "i % 50",
        ["test"] = "CASE i % 3 WHEN 0 THEN 'K' WHEN 1 THEN 'NA' ELSE 'CREA' END",
        ["result"] = "CASE i % 3 WHEN 0 THEN 3 + i % 20 / 10.0 WHEN 1 THEN 130 + i % 17 ELSE 60 + i % 90 END",
        ["unit"] = "CASE i % 3 WHEN 2 THEN 'umol/l' ELSE 'mmol/l' END",
        ["taken"] = "TIMESTAMP '2021-01-01 08:00:00' + i * INTERVAL '5 hours'",
        ["age"] = "20 + i % 70",
        ["ward"] = "CASE WHEN i % 2 = 0 THEN 'A' ELSE 'B' END",
    };

    /// <summary>SELECT of the table; each extreme stands in one row of forty.</summary>
    /// <param name="numbers">What stands after FROM and yields the rows' numbers as i.</param>
    /// <param name="type">The type.</param>
    /// <param name="usual">SQL for its usual values from i.</param>
    /// <param name="odd">SQL for its extremes.</param>
    /// <param name="roles">Which columns take it on.</param>
    internal static Sql Table(string numbers, string type, string usual, IReadOnlyList<string> odd, IReadOnlyList<string> roles)
    {
        var cases = string.Concat(odd.Select((value, place) => $" WHEN i % 40 = {place} THEN CAST({value} AS {type})"));
        var columns = Usual.Keys.Union(roles).Select(name => $"{(roles.Contains(name) ? $"CASE{cases} ELSE CAST({usual} AS {type}) END" : Usual[name])} AS {name}");
        return Sql.Raw($"SELECT {string.Join(", ", columns)} FROM {numbers}");
    }

    /// <summary>The examination ends in time and well, with every kind of report, and every row was read or kept aside.</summary>
    internal static async Task IsExamined(string address, TempFolder folder)
    {
        var run = await Task.Run(() => CommandLine.RunAt(100, "examine", address, "--show-values", "--html", folder.At("report.html"), "--markdown", folder.At("report.md")))
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.Equal((ExitCode.Done, string.Empty), (run.Exit, run.Exit == ExitCode.Done ? string.Empty : run.Error));
        int Told(string pattern) => Regex.Match(run.Out, pattern) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        Assert.Equal(Rows, Told(@"(\d+) rows, examined") + Told(@"(\d+) lines could not be read"));
    }
}

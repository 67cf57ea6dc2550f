using System.Text.Json;
using System.Text.RegularExpressions;

namespace Anamnesis.Cli;

public sealed partial class ExamineCommandTests : IDisposable
{
    readonly TempFolder _folder = new();

    public ExamineCommandTests() => _folder.File("clinic/visits.csv", SmallClinic.Csv());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_report_of_a_small_clinic_at_80_columns() => Snapshot.Match(Steady(CommandLine.RunAt(80, "examine", _folder.At("clinic")).Out));

    [Fact]
    public void The_report_of_a_small_clinic_at_120_columns() => Snapshot.Match(Steady(CommandLine.RunAt(120, "examine", _folder.At("clinic"), "--for", "prediction").Out));

    [Fact]
    public void The_names_of_the_json_and_what_stands_under_them()
    {
        var json = JsonDocument.Parse(CommandLine.Run("examine", _folder.At("clinic"), "--json").Out).RootElement;
        Snapshot.Match(string.Join('\n', Names("", json).GroupBy(name => name.Path).Select(name => $"{name.Key}  {string.Join(" | ", name.Select(one => one.Kind).Distinct().Order())}")));
    }

    [Theory]
    [InlineData("", "schema address engine version started rows tables findings readiness questions notChecked")]
    [InlineData("tables[]", "name shape rows rejected columns")]
    [InlineData("tables[].columns[]", "name role confidence variable unit")]
    [InlineData("findings[]", "id kind table columns variable where count denominator share absence sql cause differential verdict")]
    [InlineData("findings[].differential[]", "mechanism probability verdict signs")]
    [InlineData("findings[].differential[].signs[]", "says value weight for")]
    [InlineData("readiness[]", "use level gates notAssessed")]
    [InlineData("readiness[].gates[]", "dimension level because")]
    public void The_names_of_the_contract_are_there(string path, string names)
    {
        var there = Names("", JsonDocument.Parse(CommandLine.Run("examine", _folder.At("clinic"), "--json").Out).RootElement).Select(name => name.Path).ToHashSet();
        Assert.Equal([], names.Split(' ').Where(name => !there.Contains(path.Length == 0 ? name : $"{path}.{name}")));
    }

    [Fact]
    public void Several_addresses_are_written_to_a_file_each_and_one_that_fails_does_not_stop_the_others()
    {
        var run = CommandLine.Run("examine", _folder.At("clinic"), _folder.At("clinic/nothing.csv"), _folder.At("clinic/visits.csv"), "--json", "--out", _folder.At("results/all"));
        Assert.Equal((2, string.Empty), (run.Exit, run.Out));
        Assert.Contains("nothing.csv", run.Error, StringComparison.Ordinal);
        Assert.Equal(["clinic.json", "clinic__visits.json"], Directory.GetFiles(_folder.At("results/all")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("anamnesis/examination/1", JsonDocument.Parse(File.ReadAllText(_folder.At("results/all/clinic.json"))).RootElement.GetProperty("schema").GetString());
    }

    [Fact]
    public void Fail_on_ends_with_1_when_it_is_met_and_with_0_when_not()
    {
        var clinic = _folder.At("clinic");
        Assert.Equal(1, CommandLine.Run("examine", clinic, "--fail-on", "error").Exit);
        Assert.Equal(1, CommandLine.Run("examine", clinic, "--for", "prediction", "--fail-on", "level:4").Exit);
        Assert.Equal(0, CommandLine.Run("examine", clinic, "--for", "prediction", "--fail-on", "level:1").Exit);
    }

    [Fact]
    public void Reports_are_written_beside_the_terminal_report()
    {
        var run = CommandLine.Run("examine", _folder.At("clinic"), "--html", _folder.At("new/report.html"), "--markdown", _folder.At("new/report.md"));
        Assert.Equal(0, run.Exit);
        Assert.StartsWith("<!doctype html>", File.ReadAllText(_folder.At("new/report.html")), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("# Anamnesis of", File.ReadAllText(_folder.At("new/report.md")), StringComparison.Ordinal);
        Assert.StartsWith("Anamnesis of", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_shows_the_rows_behind_a_finding()
    {
        var clinic = _folder.At("clinic");
        var finding = JsonDocument.Parse(CommandLine.Run("examine", clinic, "--json").Out).RootElement.GetProperty("findings").EnumerateArray().First(found => found.GetProperty("kind").GetString() == "impossible-value");
        var run = CommandLine.Run("rows", finding.GetProperty("id").GetString()!, clinic, "--csv"); // every finding has an id
        Assert.Equal(0, run.Exit);
        Assert.Equal(1 + finding.GetProperty("count").GetInt32(), run.Out.TrimEnd().Split('\n').Length);
        Assert.Contains("1300", run.Out, StringComparison.Ordinal);
        Assert.Contains(" in clinic", CommandLine.Run("rows", "0000000000", clinic).Error.Replace(_folder.Path + "/", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Init_writes_a_file_that_is_read_back_and_is_not_overwritten()
    {
        var clinic = _folder.At("clinic");
        Assert.Equal(0, CommandLine.Run("init", clinic).Exit);
        Assert.Equal(0, CommandLine.Run("examine", clinic).Exit);
        var again = CommandLine.Run("init", clinic);
        Assert.Equal(2, again.Exit);
        Assert.Contains("--force", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("init", clinic, "--force").Exit);
        Snapshot.Match(File.ReadAllText(_folder.At("clinic/anamnesis.yaml")));
    }

    static IEnumerable<(string Path, JsonValueKind Kind)> Names(string path, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Names(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value).Prepend((path.Length == 0 ? member.Name : $"{path}.{member.Name}", Kind(member.Value)))),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Names(path + "[]", item)),
        _ => [],
    };

    static JsonValueKind Kind(JsonElement json) => json.ValueKind == JsonValueKind.False ? JsonValueKind.True : json.ValueKind;

    /// <summary>Without what differs from run to run: the folder, and durations.</summary>
    string Steady(string text) => Seconds().Replace(text.Replace(_folder.Path + "/", string.Empty, StringComparison.Ordinal), "in … s");

    [GeneratedRegex("in [0-9.]+ s")]
    private static partial Regex Seconds();
}

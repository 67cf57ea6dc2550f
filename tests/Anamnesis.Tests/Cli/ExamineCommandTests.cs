using System.Text.Json;
using System.Text.RegularExpressions;

namespace Anamnesis.Cli;

public sealed partial class ExamineCommandTests : IDisposable
{
    /// <summary>The least that <c>anamnesis/examination/1</c> promises.</summary>
    static readonly (string Path, string Names)[] Contract =
    [
        ("", "schema address engine version started rows tables findings readiness questions notChecked"),
        ("tables[]", "name shape rows rejected columns"),
        ("tables[].columns[]", "name role confidence variable unit"),
        ("findings[]", "id kind table columns variable where count denominator share absence sql cause differential verdict"),
        ("findings[].differential[]", "mechanism probability verdict signs"),
        ("findings[].differential[].signs[]", "says value weight for"),
        ("readiness[]", "use level gates notAssessed"),
        ("readiness[].gates[]", "dimension level because"),
    ];

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
        var names = Names("", JsonDocument.Parse(CommandLine.Run("examine", _folder.At("clinic"), "--json").Out).RootElement).ToLookup(name => name.Path, name => name.Kind);
        Assert.Equal([], Contract.SelectMany(part => part.Names.Split(' ').Select(name => part.Path.Length == 0 ? name : $"{part.Path}.{name}")).Where(name => !names.Contains(name)));
        Snapshot.Match(string.Join('\n', names.Select(name => $"{name.Key}  {string.Join(" | ", name.Distinct().Order())}")));
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

    [Theory]
    [InlineData("--html")]
    [InlineData("--markdown")]
    public void A_place_where_nothing_can_be_written_is_told_before_the_examination(string option)
    {
        var run = CommandLine.Run("examine", _folder.At("clinic"), option, _folder.At("clinic") + "/visits.csv/report");
        Assert.Equal((2, string.Empty), (run.Exit, run.Out));
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
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
    public void Rows_fit_the_terminal_and_begin_with_the_column_of_the_finding()
    {
        var clinic = _folder.At("clinic");
        var finding = JsonDocument.Parse(CommandLine.Run("examine", clinic, "--json").Out).RootElement.GetProperty("findings").EnumerateArray().First(found => found.GetProperty("kind").GetString() == "two-humps");
        var lines = CommandLine.RunAt(60, "rows", finding.GetProperty("id").GetString()!, clinic, "--limit", "3").Out.TrimEnd().Split('\n'); // every finding has an id
        Assert.Equal([], lines.Where(line => line.Length > 60));
        Assert.StartsWith("creatinine  patient_id  visit_id", Assert.Single(lines, line => line.Contains("visit_id", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.EndsWith("not fit; --csv prints all.", StringComparison.Ordinal));
        Assert.Contains("--limit is -3", CommandLine.Run("rows", "0000000000", clinic, "--limit", "-3").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_anamnesis_yaml_says_about_a_column_that_is_not_there_is_told()
    {
        _folder.File("clinic/anamnesis.yaml", "tables:\n  visits:\n    columns:\n      creatinin: { role: value, variable: creatinine }\n  visit:\n    shape: wide\n");
        var told = JsonDocument.Parse(CommandLine.Run("examine", _folder.At("clinic"), "--json").Out).RootElement.GetProperty("notChecked").EnumerateArray().Select(line => line.GetString()).ToList();
        Assert.Contains("anamnesis.yaml: there is no column 'creatinin' in visits (nearest: creatinine), so what it says about it was not used", told);
        Assert.Contains("anamnesis.yaml: there is no table 'visit' (nearest: visits), so what it says about it was not used", told);
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

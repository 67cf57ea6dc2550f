using System.Text.Json;
using Anamnesis.Knowledge;

namespace Anamnesis.Reports;

/// <summary>The JSON of every examination reads back by the contract <c>anamnesis/examination/1</c>.</summary>
[Collection(nameof(Examined))]
public sealed class JsonReportLaws(Examined examined)
{
    static readonly string[] Shapes = ["wide", "long", "events", "stays", "other"];
    static readonly string[] Roles =
        ["patient", "stay", "row-id", "taken", "recorded", "known", "start", "end", "item", "value", "unit", "category", "text", "outcome", "site", "user", "other"];

    static readonly string[] Absences = ["not-indicated", "not-done", "not-recorded", "not-delivered"];
    static readonly string[] Verdicts = ["reality", "artefact", "error", "deid", "unclear"];
    static readonly string[] Uses = ["causal", "description", "device-signal", "operations", "patient-app", "prediction"];

    public static TheoryData<string> Names => [.. Examined.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_head_says_what_was_examined_by_what_and_when(string name)
    {
        var json = Read(name);
        Assert.Equal("anamnesis/examination/1", Text(json, "schema"));
        Assert.Equal(("duckdb", examined.Of(name).Address), (Text(json, "engine"), Text(json, "address")));
        Assert.True(json.GetProperty("started").TryGetDateTimeOffset(out _));
        Assert.Equal(json.GetProperty("tables").EnumerateArray().Sum(table => table.GetProperty("rows").GetInt64()), json.GetProperty("rows").GetInt64());
        Assert.All((string[])["program", "version", "engine", "address", "started", "weights", "sampled"], key => Assert.True(json.GetProperty("provenance").TryGetProperty(key, out _), key));
        Assert.All(List(json, "notChecked"), line => Assert.False(string.IsNullOrWhiteSpace(line.GetString())));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tables_have_a_shape_and_columns_a_role(string name) => Assert.All(List(Read(name), "tables"), table =>
    {
        Assert.Contains(Text(table, "shape"), Shapes);
        Assert.True(table.GetProperty("rejected").GetInt64() >= 0);
        Assert.All(List(table, "columns"), column =>
        {
            Assert.Contains(Text(column, "role"), Roles);
            Assert.InRange(column.GetProperty("confidence").GetDouble(), 0, 1);
            Assert.True(column.GetProperty("variable").GetString() is not { } variable || Variables.Find(variable) is not null);
            Assert.True(column.TryGetProperty("unit", out _));
        });
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Findings_have_count_denominator_share_and_verdict(string name)
    {
        var findings = List(Read(name), "findings");
        Assert.NotEmpty(findings);
        Assert.Equal(findings.Count, findings.Select(finding => Text(finding, "id")).Distinct().Count());
        Assert.All(findings, finding =>
        {
            var (count, denominator) = (finding.GetProperty("count").GetInt64(), finding.GetProperty("denominator").GetInt64());
            Assert.True(count >= 0 && denominator >= 0 && (count <= denominator || finding.GetProperty("estimated").GetBoolean()), $"{count} of {denominator}: {Text(finding, "says")}");
            Assert.InRange(finding.GetProperty("share").GetDouble(), 0, 1);
            Assert.Contains(Text(finding, "verdict"), Verdicts);
            Assert.True(finding.GetProperty("absence").GetString() is not { } absence || Absences.Contains(absence));
            Assert.All((string[])["kind", "table", "columns", "variable", "where", "sql", "cause"], key => Assert.True(finding.TryGetProperty(key, out _), key));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Probabilities_of_a_differential_sum_to_one(string name) => Assert.All(List(Read(name), "findings"), finding =>
    {
        var candidates = List(finding, "differential");
        Assert.Equal(1, candidates.Sum(candidate => candidate.GetProperty("probability").GetDouble()), 4);
        Assert.Contains(candidates, candidate => Text(candidate, "mechanism") == "something-else");
        Assert.All(candidates, candidate =>
        {
            Assert.True(Text(candidate, "mechanism") is "something-else" || Pages.Find(Text(candidate, "mechanism")!) is not null); // has one
            Assert.Contains(Text(candidate, "verdict"), Verdicts);
            Assert.All(List(candidate, "signs"), sign =>
            {
                Assert.False(string.IsNullOrWhiteSpace(Text(sign, "says")));
                Assert.True(sign.GetProperty("value").ValueKind is JsonValueKind.Number or JsonValueKind.Null);
                var (weight, isFor) = (sign.GetProperty("weight").GetDouble(), sign.GetProperty("for").GetBoolean());
                Assert.True(weight == 0 || weight > 0 == isFor);
            });
        });
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Small_cells_of_a_breakdown_are_null_and_marked(string name) => Assert.All(List(Read(name), "findings").SelectMany(finding => List(finding, "bySite")), cell =>
    {
        var hidden = cell.TryGetProperty("suppressed", out var suppressed) && suppressed.GetBoolean();
        Assert.All((string[])["count", "denominator"], key => Assert.True(hidden ? cell.GetProperty(key).ValueKind == JsonValueKind.Null : cell.GetProperty(key).GetInt64() is 0 or >= 5));
    });

    [Fact]
    public void Hidden_cells_are_shown_when_values_are_asked_for()
    {
        Assert.Contains("\"suppressed\": true", examined.Report("json", "hostile 2"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"suppressed\": true", examined.Report("json", "hostile 2", new Rendering { ShowValues = true }), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Six_uses_are_judged_by_gates_that_name_their_findings(string name)
    {
        var json = Read(name);
        var ids = List(json, "findings").Select(finding => Text(finding, "id")).ToHashSet();
        var uses = List(json, "readiness");
        Assert.Equal(Uses, uses.Select(use => Text(use, "use")));
        Assert.All(uses, use =>
        {
            Assert.InRange(use.GetProperty("level").GetInt32(), 0, 4);
            Assert.All(List(use, "gates"), gate => Assert.InRange(gate.GetProperty("level").GetInt32(), 0, 4));
            Assert.All(List(use, "gates").SelectMany(gate => List(gate, "because")), id => Assert.Contains(id.GetString(), ids));
            Assert.All(List(use, "notAssessed"), why => Assert.Contains(": ", why.GetString(), StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Questions_name_a_known_respondent_their_findings_and_mechanisms(string name)
    {
        var json = Read(name);
        var ids = List(json, "findings").Select(finding => Text(finding, "id")).ToHashSet();
        Assert.All(List(json, "questions"), question =>
        {
            Assert.NotNull(Respondents.Find(Text(question, "role")!)); // has one
            Assert.All(List(question, "findings"), id => Assert.Contains(id.GetString(), ids));
            Assert.All(List(question, "mechanisms"), id => Assert.NotNull(Pages.Find(id.GetString()!))); // texts
            Assert.EndsWith("?", Text(question, "text")!.TrimEnd('.'), StringComparison.Ordinal); // has one
        });
    }

    JsonElement Read(string name) => JsonDocument.Parse(examined.Report("json", name)).RootElement;

    static string? Text(JsonElement json, string key) => json.GetProperty(key).GetString();

    static List<JsonElement> List(JsonElement json, string key) => [.. json.GetProperty(key).EnumerateArray()];
}

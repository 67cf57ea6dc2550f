using System.Text.RegularExpressions;

namespace Anamnesis.House;

/// <summary>The rooms of the library: each may use those above it in this list, never those below.</summary>
public sealed partial class ArchitectureTests
{
    static readonly string[] Order =
        ["Engines", "Knowledge", "Sources", "Profiling", "Findings", "Mechanisms", "Readiness", "Questions", "Examinations", "Reports", "Simulation"];

    public static TheoryData<string> Rooms => [.. Order];

    [Fact]
    public void Every_folder_has_its_place_in_the_order() =>
        Assert.Equal(Order.Order(StringComparer.Ordinal), Directory.GetDirectories(Library()).Select(Path.GetFileName).Except(["bin", "obj"]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_those_above_it_and_never_those_below(string room)
    {
        var below = Order.Skip(Array.IndexOf(Order, room) + 1).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], Sources.Below(Path.Combine("src/Anamnesis", room)).SelectMany(file => Used().Matches(Code(file)).Select(use => use.Groups["room"].Value).Where(below.Contains).Select(used => $"{file.Path} uses {used}")));
    }

    [Fact]
    public void The_library_does_not_know_the_command_line() =>
        Assert.Equal([], Sources.Below("src/Anamnesis").Where(file => Code(file).Contains("Anamnesis.Cli", StringComparison.Ordinal) || Code(file).Contains("Spectre", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void A_file_lies_in_the_folder_of_its_namespace() => Assert.Equal(
        [],
        Sources.Below("src/Anamnesis").Where(file => Space().Match(file.Text).Groups["space"].Value is var space
            && space != Path.GetDirectoryName(Path.GetRelativePath("src", file.Path))!.Replace('/', '.')).Select(file => file.Path)); // a file is in a folder

    [Fact]
    public void Parts_are_internal_and_sealed_and_only_contracts_are_public() => Assert.Equal(
        [],
        typeof(Catalog).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(contract => contract.Assembly == typeof(Catalog).Assembly && contract.IsPublic))
            .Where(type => type.IsPublic || !type.IsSealed).Select(type => type.FullName));

    [Theory]
    [InlineData("using Anamnesis.Reports;", "Reports")]
    [InlineData("using static Anamnesis.Reports.HtmlReport;", "Reports")]
    [InlineData("var number = Findings.Says.Number(cut);", "Findings")]
    [InlineData("foreach (var role in examination.Questions.GroupBy(question => question.Role))", "")]
    [InlineData("// see Anamnesis.Reports", "")]
    public void The_rule_sees_which_room_a_line_uses(string line, string room) =>
        Assert.Equal(room, string.Concat(Used().Matches(Code(new SourceFile("x.cs", line))).Select(use => use.Groups["room"].Value).Where(Order.Contains)));

    static string Library() => Path.Combine(Shared.Root(), "src/Anamnesis");

    /// <summary>The text without comments and quoted texts, which may name any room.</summary>
    static string Code(SourceFile file) => Told().Replace(file.Text, " ");

    [GeneratedRegex("""//[^\n]*|"(?:[^"\\\n]|\\.)*"|(?s:\"\"\".*?\"\"\")""")]
    private static partial Regex Told();

    [GeneratedRegex(@"\bAnamnesis\.(?<room>[A-Z]\w+)\b|(?<![\w.])(?<room>[A-Z][a-z]+s?)\.[A-Z]\w+")]
    private static partial Regex Used();

    [GeneratedRegex(@"^namespace (?<space>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Space();
}

using System.Text.RegularExpressions;
using Anamnesis.Cli;

namespace Anamnesis.House;

/// <summary>Rules of the house that no analyzer keeps.</summary>
public sealed partial class SourceTests
{
    const int MostLines = 400;

    static readonly string[] Folders = ["src", "tests", "bench"];
    static readonly string[] Banned = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Info", "Processor", "Handler", "Service", "Factory", "Impl"];
    static readonly string[] BannedLast = ["Common", "Base", "Data"];
    static readonly string[] MachinePaths = ["/wo" + "rk/", "/ho" + "me/", "/ro" + "ot/", "/Us" + "ers/", "C:" + "\\Users"];

    [Fact]
    public void No_file_is_longer_than_400_lines() => Assert.Equal(
        [], Folders.SelectMany(Sources.Below).Where(file => file.Text.Count(letter => letter == '\n') > MostLines).Select(file => file.Path));

    [Fact]
    public void No_type_and_no_file_has_a_banned_name() => Assert.Equal(
        [],
        Types().Select(type => type.Name).Concat(Folders.SelectMany(Sources.Below).Select(file => Path.GetFileNameWithoutExtension(file.Path)))
            .Distinct(StringComparer.Ordinal).Where(IsBanned));

    [Fact]
    public void A_type_is_not_named_by_a_number_except_for_a_standard() => Assert.Equal(
        [], Types().Select(type => type.Name).Where(name => Digit().IsMatch(name.Split('`')[0]) && !name.StartsWith("Hl7v2", StringComparison.Ordinal)));

    [Fact]
    public void No_file_names_a_path_of_the_machine_it_was_written_on() => Assert.Equal(
        [], Sources.All().Where(file => MachinePaths.Any(path => file.Text.Contains(path, StringComparison.Ordinal))).Select(file => file.Path));

    /// <summary>A limit by the clock is met by a program that was stopped (Ctrl-Z, a closed lid) as well as by a pattern that is slow.</summary>
    [Fact]
    public void No_pattern_is_given_up_by_the_clock() => Assert.Equal(
        [], Folders.SelectMany(Sources.Below).Where(file => GivenUp().IsMatch(file.Text)).Select(file => file.Path));

    [Theory]
    [InlineData("README.md", 150)]
    [InlineData("ARCHITECTURE.md", 200)]
    [InlineData("CONTRIBUTING.md", 60)]
    public void A_document_stays_short(string file, int lines) => Assert.InRange(File.ReadAllLines(Path.Combine(Shared.Root(), file)).Length, 10, lines);

    [Fact]
    public void Every_link_to_a_file_leads_somewhere() => Assert.Equal(
        [],
        Sources.All().Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal)).SelectMany(file => Link().Matches(file.Text)
            .Select(link => link.Groups["to"].Value.Split('#')[0]).Where(to => to.Length > 0 && !to.Contains("://", StringComparison.Ordinal))
            .Where(to => !Path.Exists(Path.Combine(Shared.Root(), Path.GetDirectoryName(file.Path)!, to))) // a file is in a folder
            .Select(to => $"{file.Path}: {to}")));

    [Theory]
    [InlineData("LabManager")]
    [InlineData("RowHelper")]
    [InlineData("FileInfo")]
    [InlineData("CellBase")]
    [InlineData("PatientData")]
    public void The_rule_knows_a_banned_name_when_it_sees_one(string name) => Assert.True(IsBanned(name));

    [Theory]
    [InlineData("Dataset")]
    [InlineData("Database")]
    [InlineData("CommonCauses")]
    public void The_rule_leaves_words_alone_that_only_look_like_one(string name) => Assert.False(IsBanned(name));

    static bool IsBanned(string name)
    {
        var words = Word().Matches(name).Select(word => word.Value).ToList();
        return words.Exists(Banned.Contains) || (words.Count > 0 && BannedLast.Contains(words[^1]));
    }

    static IEnumerable<Type> Types() => ((Type[])[typeof(Catalog), typeof(Program), typeof(SourceTests)]).SelectMany(type => type.Assembly.GetTypes())
        .Where(type => type.Namespace?.StartsWith("Anamnesis", StringComparison.Ordinal) == true && !type.Name.StartsWith('<'));

    [GeneratedRegex("[A-Z][a-z]*|[0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();

    [GeneratedRegex(@"GeneratedRegex\([^\n]*, *\d+\)\]|Regex[^;\n]*TimeSpan\.From")]
    private static partial Regex GivenUp();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();
}

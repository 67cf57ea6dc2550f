using System.Text.Json;

namespace Anamnesis.Cli;

public sealed class BenchAccuracyTests
{
    [Fact]
    public void The_json_carries_every_number_over_all_and_for_each_mechanism()
    {
        var run = CommandLine.Run("bench accuracy --clinics 2 --patients 40 --years 2019-2020 --json");
        Assert.Equal((0, string.Empty), (run.Exit, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        Assert.Equal((2, 1), (root.GetProperty("clinics").GetInt32(), root.GetProperty("cleanClinics").GetInt32()));
        Assert.All(["detected", "first", "firstThree", "wrongFirst", "falseFindingsPer100", "verdict", "verdictReality", "ece"], name => Assert.True(root.TryGetProperty(name, out _), name));
        Assert.True(root.GetProperty("planted").GetInt32() > 0);
        Assert.All(root.GetProperty("mechanisms").EnumerateArray(), one => Assert.All(["detected", "first", "firstThree", "wrongFirst", "falseFindingsPer100", "verdict", "verdictReality", "ece"], name => Assert.True(one.TryGetProperty(name, out _), name)));
    }

    [Theory]
    [InlineData("--clinics 0", "clinics is '0'")]
    [InlineData("--jobs none", "jobs is 'none'")]
    [InlineData("--years 2020", "years are '2020'")]
    public void What_cannot_be_is_refused(string words, string says)
    {
        var run = CommandLine.Run($"bench accuracy {words}");
        Assert.Equal(2, run.Exit);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }
}

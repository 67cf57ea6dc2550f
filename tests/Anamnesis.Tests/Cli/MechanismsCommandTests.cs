using Anamnesis.Knowledge;

namespace Anamnesis.Cli;

public sealed class MechanismsCommandTests
{
    public static TheoryData<string, int> All => new(Pages.All.SelectMany(page => ((int[])[80, 120]).Select(width => (page.Id, width))));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_page_fits_the_terminal(string id, int width) =>
        Assert.Equal([], CommandLine.RunAt(width, "mechanisms", id).Out.Split('\n').Where(line => line.Length > width || line.EndsWith(' ')));

    [Fact]
    public void The_page_of_unit_mixture_at_80_columns() => Snapshot.Match(CommandLine.RunAt(80, "mechanisms", "unit-mixture").Out);

    [Fact]
    public void The_catalogue_at_120_columns() => Snapshot.Match(CommandLine.RunAt(120, "mechanisms").Out);
}

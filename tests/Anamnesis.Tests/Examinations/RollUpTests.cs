using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;

namespace Anamnesis.Examinations;

/// <summary>One fact is told once, with the rows that it touches; different facts stay apart.</summary>
public sealed class RollUpTests : IDisposable
{
    readonly Dataset _dataset = Rows.Of(
        $"SELECT i AS id, CASE WHEN i % 4 > 0 THEN i END AS a, CASE WHEN i % 4 > 0 THEN i END AS b, CASE WHEN i % 2 > 0 THEN i END AS c FROM range(400) AS t (i)",
        ("id", Kind.Number), ("a", Kind.Number), ("b", Kind.Number), ("c", Kind.Number));

    readonly Profile _profile;

    public RollUpTests() => _profile = Profiler.Measure(_dataset, Recognition.Read(_dataset, null), new ProfileOptions());

    public void Dispose() => _dataset.Dispose();

    [Fact]
    public void Columns_with_one_cause_become_one_finding_that_counts_each_row_once()
    {
        var one = Assert.Single(Rolled(Missing("a", "paper-only-result", 0.8), Missing("b", "paper-only-result", 0.6), Missing("c", "paper-only-result", 0.7)));
        Assert.Equal(["a", "b", "c"], one.Finding.Columns.Order());
        Assert.Equal((200L, 400L, false), (one.Finding.Count, one.Finding.Denominator, one.Finding.Estimated)); // the rows of a and b lie among those of c
        Assert.Equal(200, _dataset.Number($"SELECT count(*) FROM ({one.Finding.Rows}) AS shown"));
        Assert.Equal(0.7, one.Likely!.Probability, 6);
        Assert.Contains("likewise", one.Finding.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16_000, "id % 16 < 4", 8_000, true)]
    [InlineData(16_000, "id % 16 = 2", 4_000, true)] // no such row in the sample; one column alone has as many
    [InlineData(15_996, "id % 16 = 2", 7_998, false)] // too few for a sample: counted
    public void Rows_of_several_columns_of_a_sampled_table_are_estimated_where_they_are_many(int size, string sampled, long rows, bool estimated)
    {
        using var dataset = Rows.Of(
            $"SELECT i AS id, CASE WHEN i % 4 <> 0 THEN i END AS a, CASE WHEN i % 4 <> 1 THEN i END AS b FROM range({size}) AS t (i)", ("id", Kind.Number), ("a", Kind.Number), ("b", Kind.Number));
        var (table, measured) = (dataset.Tables[0], Profiler.Measure(dataset, Recognition.Read(dataset, null), new ProfileOptions()));
        var profile = measured with { Tables = [measured.Tables[0] with { OneIn = 4, Sampled = $"(SELECT * FROM {table.From} WHERE {Sql.Raw(sampled)}) AS part" }] };
        Diagnosis Empty(string column) => Diagnosed(Draft.Of("missing", table, [table.Column(column)!], $"{column} is missing", (size / 4, size), $"{table.Column(column)!.Value} IS NULL"), "paper-only-result", 0.8); // columns of the table above
        var one = Assert.Single(RollUp.Of([Empty("a"), Empty("b")], profile, dataset, []));
        Assert.Equal((rows, estimated), (one.Finding.Count, one.Finding.Estimated));
    }

    [Fact]
    public void Another_cause_or_none_stays_apart() => Assert.Equal(
        3, Rolled(Missing("a", "paper-only-result", 0.8), Missing("b", "panel-co-ordering", 0.8), Missing("c", "paper-only-result", 0.4)).Count);

    [Fact]
    public void What_stands_alone_by_nature_is_not_rolled_up() => Assert.Equal(
        3, Rolled([.. ((string[])["a", "b", "c"]).Select(column => Diagnosed(Draw(column) with { Kind = "extremes" }, "true-extreme", 0.9))]).Count);

    [Fact]
    public void The_id_does_not_depend_on_the_order_of_the_parts() => Assert.Equal(
        Rolled(Missing("a", "paper-only-result", 0.8), Missing("b", "paper-only-result", 0.6))[0].Finding.Id,
        Rolled(Missing("b", "paper-only-result", 0.6), Missing("a", "paper-only-result", 0.8))[0].Finding.Id);

    List<Diagnosis> Rolled(params IReadOnlyList<Diagnosis> parts) => RollUp.Of([.. parts], _profile, _dataset, []);

    Diagnosis Missing(string column, string mechanism, double probability) => Diagnosed(Draw(column), mechanism, probability);

    Finding Draw(string column)
    {
        var table = _dataset.Tables[0];
        return Draft.Of("missing", table, [table.Column(column)!], $"{column} is missing", (100, 400), $"{table.Column(column)!.Value} IS NULL"); // columns of the table above
    }

    static Diagnosis Diagnosed(Finding finding, string mechanism, double probability) => Diagnose.From(
        finding,
        [new Candidate(mechanism, probability, Verdict.Artefact, [], null), new Candidate(Differential.SomethingElse, 1 - probability, Verdict.Unclear, [], null)],
        []);
}

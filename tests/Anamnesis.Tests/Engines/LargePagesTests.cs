using DuckDB.NET.Data;

namespace Anamnesis.Engines;

/// <summary>Which memory is asked to stand in large pages: what was added, and no other.</summary>
public sealed class LargePagesTests
{
    const long Least = 10;

    [Fact]
    public void A_new_range_is_added() => Assert.Equal([(100L, 200L)], LargePages.Added([(0, 50)], [(0, 50), (100, 200)], Least));

    [Fact]
    public void A_range_that_grew_together_with_its_neighbours_is_added_without_them() =>
        Assert.Equal([(20L, 60L), (70L, 90L)], LargePages.Added([(0, 20), (60, 70), (90, 95)], [(0, 95)], Least));

    [Fact]
    public void Nothing_is_added_where_nothing_changed_or_too_little() =>
        Assert.Empty(LargePages.Added([(0, 50), (60, 100)], [(0, 50), (51, 60), (60, 100), (200, 209)], Least));

    [Fact]
    public void What_was_given_back_is_not_added() => Assert.Empty(LargePages.Added([(0, 100)], [(0, 40), (60, 100)], Least));

    [Fact]
    public void Added_pieces_are_what_is_mapped_now_and_was_not_before()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var (before, after) = (Ranges(random), Ranges(random));
            var added = LargePages.Added(before, after, 1).SelectMany(Cells).ToList();
            Assert.Equal(after.SelectMany(Cells).Except(before.SelectMany(Cells)), added);
        }
    }

    [Fact]
    public void The_blocks_of_an_engine_ask_for_large_pages_where_linux_has_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/sys/kernel/mm/transparent_hugepage/enabled"), "no transparent large pages on this system");
        using var connection = DuckDb.Open(null, out var close);
        var before = Asked();
        DuckDb.KeepBlocks(sql => Run(connection, sql));
        var after = Asked();
        Run(connection, $"CREATE TABLE kept AS SELECT range AS i FROM range(1000)");
        connection.Dispose();
        close();
        Assert.NotEmpty(after.Except(before));
    }

    /// <summary>Ranges that asked for large pages; other tests may open and close engines meanwhile.</summary>
    static HashSet<string> Asked()
    {
        var (asked, range) = (new HashSet<string>(StringComparer.Ordinal), string.Empty);
        foreach (var words in File.ReadLines("/proc/self/smaps").Select(line => line.Split(' ')))
        {
            range = words[0].EndsWith(':') ? range : words[0];
            if (words[0] == "VmFlags:" && words.Contains("hg"))
            {
                asked.Add(range);
            }
        }

        return asked;
    }

    static void Run(DuckDBConnection connection, Sql sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql.Text;
        command.ExecuteNonQuery();
    }

    static List<(long From, long To)> Ranges(Random random)
    {
        var ends = Enumerable.Range(0, 40).Select(place => (long)place).OrderBy(_ => random.Next()).Take(10).Order().ToList();
        return [.. ends.Chunk(2).Select(pair => (pair[0], pair[1]))];
    }

    static IEnumerable<long> Cells((long From, long To) range) => Enumerable.Range((int)range.From, (int)(range.To - range.From)).Select(cell => (long)cell);
}

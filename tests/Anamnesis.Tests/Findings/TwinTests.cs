using System.Collections.Concurrent;
using Anamnesis.Examinations;
using Anamnesis.Mechanisms;
using Anamnesis.Sources;
using static Anamnesis.Findings.Planted;

namespace Anamnesis.Findings;

/// <summary>Very many columns that look alike: what is the same is told, and the questions do not grow with the pairs.</summary>
public sealed class TwinTests
{
    const int Columns = 300;

    [Fact]
    public void Among_columns_brought_to_one_distribution_the_pair_that_is_the_same_is_told()
    {
        var random = new Random(5);
        var measured = Enumerable.Range(0, 120).Select(_ => random.Normal(8, 2, 3)).ToArray();
        var columns = Enumerable.Range(0, Columns).Select(_ => measured.OrderBy(_ => random.Next()).ToArray()).ToArray();
        columns[250] = [.. columns[17].Select((value, row) => row == 60 ? value + 1 : value)];
        var (found, asked) = Examined(columns);
        Assert.Equal(["g17", "g250"], Assert.Single(found).Finding.Columns);
        Assert.InRange(asked, 1, 3 * Columns); // of 44,850 pairs
    }

    [Fact]
    public void Columns_that_are_all_multiples_of_one_are_compared_with_that_one()
    {
        var random = new Random(5);
        var measured = Enumerable.Range(0, 120).Select(_ => random.Normal(8, 2, 3)).ToArray();
        var (found, asked) = Examined([.. Enumerable.Range(0, Columns).Select(column => measured.Select(value => Math.Round(value * (1 + (column * 0.37)), 6)).ToArray())]);
        Assert.InRange(Assert.Single(found).Finding.Columns.Count, Columns * 0.9, Columns);
        Assert.Matches("^g[0-9]+ is [0-9.]+ times g0 in every one of 120 rows.*; likewise g[0-9]+, .* and [0-9]+ more$", found[0].Finding.Says);
        Assert.InRange(asked, Columns, 5 * Columns);
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 1)]
    public void A_few_multiples_of_one_column_are_told_one_by_one_and_more_of_them_together(int multiples, int told)
    {
        var random = new Random(5);
        var measured = Enumerable.Range(0, 120).Select(_ => random.Normal(8, 2, 3)).ToArray();
        var (found, _) = Examined([.. Enumerable.Range(0, multiples + 1).Select(column => measured.Select(value => Math.Round(value * (1 + (column * 0.37)), 6)).ToArray())]);
        Assert.Equal(told, found.Count);
        Assert.Equal(Enumerable.Range(0, multiples + 1).Select(place => $"g{place}"), found.SelectMany(diagnosis => diagnosis.Finding.Columns).Distinct().Order());
    }

    /// <summary>What was told, and how many questions were asked, each pair that a query compares counted.</summary>
    static (IReadOnlyList<Diagnosis> Found, int Asked) Examined(double[][] columns)
    {
        using var folder = new TempFolder();
        var path = folder.File("levels.csv", string.Join('\n', [
            "subject," + string.Join(',', columns.Select((_, place) => $"g{place}")),
            .. Enumerable.Range(0, columns[0].Length).Select(row => Row([row + 1, .. columns.Select(column => (object?)column[row])]))]) + "\n");
        using var dataset = Address.Open(path);
        var asked = new ConcurrentBag<string>();
        dataset.Timed = (sql, _) => asked.Add(sql);
        var examination = Examiner.Examine(dataset);
        return ([.. examination.Diagnoses.Where(diagnosis => diagnosis.Finding.Kind == "cross-field")], asked.Sum(sql => sql.Split("avg(CASE", StringSplitOptions.None).Length));
    }
}

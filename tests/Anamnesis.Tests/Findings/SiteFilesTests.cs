using System.Globalization;
using Anamnesis.Examinations;

namespace Anamnesis.Findings;

/// <summary>One file for each site, without names of columns.</summary>
public sealed class SiteFilesTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sites_whose_last_column_differs_have_other_people()
    {
        Write("north", 0.3, 0);
        Write("south", 0.4, 0);
        Write("referred", 0.9, 0);
        Write("elsewhere", 0.5, 1); // written as 1 and 2
        var diagnosis = Assert.Single(Examiner.Examine(_folder.Path).Diagnoses, diagnosis => diagnosis.Finding.Kind == "case-mix");
        Assert.Equal(("referred", "entry-filter-referral-consent"), (diagnosis.Finding.Table, diagnosis.Likely?.Mechanism));
        Assert.Equal("column_6", Assert.Single(diagnosis.Finding.Columns));
    }

    [Fact]
    public void Sites_with_like_people_are_not_told()
    {
        Write("north", 0.35, 0);
        Write("south", 0.45, 0);
        Write("elsewhere", 0.5, 1);
        Assert.DoesNotContain(Examiner.Examine(_folder.Path).Diagnoses, diagnosis => diagnosis.Finding.Kind == "case-mix");
    }

    void Write(string site, double ill, int low)
    {
        var random = new Random(site.Length);
        _folder.File(site + ".data", string.Concat(Enumerable.Range(0, 200).Select(_ => string.Create(CultureInfo.InvariantCulture,
            $"{random.Normal(60, 9, 0)},{random.Next(2)},{random.Normal(130, 15, 0)},{random.Normal(220, 40, 0)},{random.Normal(1.1, 0.3)},{low + (random.NextDouble() < ill ? 1 : 0)}\n"))));
    }
}

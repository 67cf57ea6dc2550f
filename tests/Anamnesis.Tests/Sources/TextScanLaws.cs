using System.Text;
using CsCheck;

namespace Anamnesis.Sources;

/// <summary>The quick pass over a text says the same whether its halves are looked at one after the other or side by side.</summary>
public sealed class TextScanLaws
{
    static readonly string[] Cells = ["12", "4.5", "", "żółć", "plain", "a b", "2020-01-01"];

    [Fact]
    public void Halves_say_what_the_whole_says() => Gen.Select(Gen.Int[0, Cells.Length - 1].Array[3].Array[8, 60], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 3]).Sample(
        (rows, skip, damage, blank) =>
        {
            using var folder = new TempFolder();
            var end = damage == 1 ? "\r\n" : "\n";
            var lines = rows.Select((row, i) => string.Join(',', row.Select(cell => Cells[cell])) + (blank > 0 && i % 5 == blank ? end : string.Empty)).ToList();
            var text = string.Join(end, lines) + (damage == 2 ? string.Empty : end);
            text = damage == 3 ? text[..(text.Length / 4 * 3)] + "\r\n" + text[(text.Length / 4 * 3)..] : text;
            var bytes = (damage == 4 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(damage == 4 ? text.Replace("plain", "größer", StringComparison.Ordinal) : text);
            var file = new FoundFile(folder.At("t.csv"), "t.csv", bytes.Length);
            File.WriteAllBytes(file.Path, bytes);
            using var content = file.Open();
            var whole = TextScan.Of(content, ',', skip, CancellationToken.None);
            if (TextScan.OfHalves(file, ',', skip, CancellationToken.None) is not { } halves)
            {
                Assert.True(damage == 2 || rows.Length < 12, "the halves were not looked at"); // only where the last line is the half
                return;
            }

            Assert.Equal(whole.IsPlain, halves.IsPlain);
            Assert.Equal(whole.NotUtf8 is null, halves.NotUtf8 is null);
            if (whole.IsPlain)
            {
                Assert.Equal((whole.Records, whole.Bytes), (halves.Records, halves.Bytes));
            }
        },
        iter: 200, threads: 1);

    [Fact]
    public void Where_a_cell_may_lie_across_both_halves_the_whole_is_looked_at()
    {
        using var folder = new TempFolder();
        var file = new FoundFile(folder.File("t.csv", string.Concat(Enumerable.Range(0, 50).Select(i => $"{i},{(i == 3 ? "\"a\nb\"" : "c")}\n"))), "t.csv", 0);
        file = file with { Bytes = new FileInfo(file.Path).Length };
        Assert.Null(TextScan.OfHalves(file, ',', 0, CancellationToken.None));
    }
}

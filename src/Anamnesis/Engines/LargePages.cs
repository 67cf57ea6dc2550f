using System.Globalization;
using System.Runtime.InteropServices;

namespace Anamnesis.Engines;

/// <summary>Pages of 2 MiB instead of 4 KiB where Linux gives them to a program that asks: memory that is touched for the first time is entered page by page, which is dear on virtual machines.</summary>
/// <remarks>See <c>docs/adr/0015-large-pages-for-blocks.md</c>. Elsewhere, and where there are none, nothing happens.</remarks>
static partial class LargePages
{
    const int Wanted = 14; // MADV_HUGEPAGE

    /// <summary>Asks for large pages for the memory that an action maps.</summary>
    /// <param name="map">Maps it.</param>
    /// <param name="least">Its length at least, in bytes; shorter pieces are left alone.</param>
    internal static void For(Action map, long least)
    {
        var before = Mapped();
        map();
        foreach (var (from, to) in Added(before, Mapped(), least))
        {
            _ = Advise((nint)from, (nuint)(to - from), Wanted); // an advice: that it is not taken is no failure
        }
    }

    /// <summary>The pieces that are in none of the older ranges. Neighbours may have grown together.</summary>
    /// <param name="before">Ascending, without overlaps, ends excluded.</param>
    /// <param name="after">Likewise.</param>
    /// <param name="least">Bytes of a piece.</param>
    internal static IEnumerable<(long From, long To)> Added(IReadOnlyList<(long From, long To)> before, IReadOnlyList<(long From, long To)> after, long least)
    {
        foreach (var (from, to) in after.Where(range => range.To - range.From >= least))
        {
            var at = from;
            foreach (var old in before.Where(range => range.To > from && range.From < to).Append((From: to, To: to)))
            {
                if (old.From - at >= least)
                {
                    yield return (at, old.From);
                }

                at = Math.Max(at, old.To);
            }
        }
    }

    /// <summary>The ranges of memory that this program may write and that belong to no file.</summary>
    static List<(long From, long To)> Mapped()
    {
        const string Maps = "/proc/self/maps"; // from-to rights offset device inode
        if (!OperatingSystem.IsLinux() || !File.Exists(Maps))
        {
            return [];
        }

        var mapped = new List<(long From, long To)>();
        foreach (var line in File.ReadLines(Maps))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var range, "rw-p", _, _, "0"] && range.Split('-') is [var from, var to])
            {
                mapped.Add((Address(from), Address(to)));
            }
        }

        return mapped;
    }

    static long Address(string text) => long.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nint address, nuint length, int advice);
}

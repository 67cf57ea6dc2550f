using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Identity;

/// <summary>The file itself was cut, damaged, re-saved or edited by hand on its way.</summary>
sealed class DamagedOrEditedFile : IMechanism
{
    const double Few = 0.02; // share of rows in which a copy differs
    const double Together = 0.2; // runs of missing keys over those that chance makes
    const double Apart = 0.6;
    const int FewestKeys = 5;
    const int ManyKeys = 20;

    public string Id => "damaged-or-edited-file";

    public IReadOnlyList<string> Explains => ["orphans", "repeated-table", "rejected-rows", "encoding"];

    public IReadOnlyList<Sign> Signs(Case @case) => @case.Finding.Kind switch
    {
        "orphans" => OfKeys(@case),
        "repeated-table" => OfCopy(@case),
        _ => OfBytes(@case),
    };

    /// <summary>Severity 1 is three stays in ten lost at the end of a file that was cut; what belongs to them came in other files.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"DELETE FROM record.stays WHERE row_id IN (SELECT row_id FROM (SELECT row_id, percent_rank() OVER (ORDER BY row_id) AS place FROM record.stays) AS file WHERE place > {1 - (setting.Severity * 0.3)})",
    ];

    static IReadOnlyList<Sign> OfBytes(Case @case)
    {
        var table = @case.Table.Table;
        var broken = table.Notes.Where(note => note is { Topic: "encoding", Column: null } && note.Says.Contains("no text", StringComparison.Ordinal)).Sum(note => note.Count);
        var whole = @case.Finding.Columns.Count == 0;
        var share = @case.Finding.Share;
        return
        [
            Sign.Strong($"{broken:N0} characters of the file are no text at all", broken, whole && broken > 1),
            Sign.Support($"{table.RejectedRows:N0} of its lines are no rows", table.RejectedRows, whole && table.RejectedRows > 0 && broken > 0),
            Sign.Against($"{Says.Share(share)} of the lines, too many for damage", share, @case.Finding.Kind == "rejected-rows" && share > 0.2),
            Sign.Against("whole words are broken in the same way, as by another code page", @case.Finding.Count, !whole),
        ];
    }

    static IReadOnlyList<Sign> OfCopy(Case @case)
    {
        var facts = @case.Finding.Facts;
        var (lacks, adds, changed) = (facts.GetValueOrDefault("lacks"), facts.GetValueOrDefault("adds"), facts.GetValueOrDefault("changed"));
        var rows = Math.Max(1, @case.Finding.Denominator);
        return
        [
            Sign.Strong($"the copy lacks {lacks:0} of {rows:N0} rows and holds no other", lacks, lacks > 0 && adds == 0 && changed == 0 && lacks <= Few * rows),
            Sign.Strong($"{changed:0} rows of {rows:N0} differ, and all others are the same to the letter", changed, changed > 0 && lacks + adds + changed <= Few * rows),
            Sign.Against("the copy is whole and unchanged", null, lacks + adds + changed == 0),
            Sign.Against($"{(lacks + adds + changed) / rows:P0} of the rows differ, as two extracts do", (lacks + adds + changed) / rows, lacks + adds + changed > 5 * Few * rows),
        ];
    }

    static IReadOnlyList<Sign> OfKeys(Case @case)
    {
        if (Runs(@case) is not var (keys, runs, expected))
        {
            return [];
        }

        var together = Cut(@case) is not null;
        return
        [
            Sign.Strong($"the {keys:N0} keys that are not there lie in {runs:N0} unbroken {(runs == 1 ? "run" : "runs")}, where chance would make {expected:0}", runs, keys >= FewestKeys && together),
            Sign.Against($"the {keys:N0} keys that are not there lie scattered, in {runs:N0} runs", runs, keys >= FewestKeys && !together),
        ];
    }

    /// <summary>In how many unbroken runs the keys lie that are not there, when those are far fewer than chance would make; else null.</summary>
    internal static long? Cut(Case @case) => Runs(@case) is var (keys, runs, expected) && keys >= FewestKeys && runs <= Together * expected ? runs : null;

    /// <summary>In how many runs the keys lie that are not there, when those are about as many as chance makes; else null.</summary>
    internal static long? Scattered(Case @case) => Runs(@case) is var (keys, runs, expected) && keys >= ManyKeys && runs >= Apart * expected ? runs : null;

    /// <summary>Among all keys that are referred to, in their order within each hospital: how many are not in the other table, in how many unbroken runs, and in how many runs they would lie by chance.</summary>
    static (long Keys, long Runs, double Expected)? Runs(Case @case)
    {
        var link = @case.Profile.Links.FirstOrDefault(link => link.From.Name == @case.Finding.Table && @case.Finding.Columns.Contains(link.FromColumn.Name) && link.To.Name == @case.Finding.Token);
        if (link is null)
        {
            return null;
        }

        var site = @case.Table.Reading.Of(Role.Site); // a hospital delivers a file of its own
        Sql place = site is null ? (Sql)$"''" : $"coalesce({@case.Dialect.ToText(site.Value)}, '')";
        return @case.Dataset.Row<(long, long, double)?>(
            $"""
            SELECT count(*), count(*) FILTER (WHERE gone), count(*) FILTER (WHERE gone AND before IS DISTINCT FROM gone)
            FROM (SELECT gone, lag(gone) OVER (ORDER BY place, key) AS before
                FROM (SELECT k.key, k.place, t.key IS NULL AS gone
                    FROM (SELECT {link.FromColumn.Value} AS key, min({place}) AS place FROM {link.From.From} WHERE {link.FromColumn.Value} IS NOT NULL GROUP BY 1) AS k
                    LEFT JOIN (SELECT DISTINCT {link.ToColumn.Value} AS key FROM {link.To.From} WHERE {link.ToColumn.Value} IS NOT NULL) AS t ON t.key = k.key) AS keys) AS ordered
            """,
            row => row.CountAt(0) is > 0 and var all && row.CountAt(1) is > 0 and var gone ? (gone, row.CountAt(2), Math.Max(1, gone * (1 - ((double)gone / all)))) : null);
    }
}

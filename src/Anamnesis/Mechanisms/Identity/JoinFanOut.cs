using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Identity;

/// <summary>The extract multiplied rows: tables with several rows a stay were joined into one.</summary>
sealed class JoinFanOut : IMechanism
{
    const double Nearly = 0.9;
    const long MostRows = 300_000; // of tables that are grouped once more

    public string Id => "join-fan-out";

    public IReadOnlyList<string> Explains => ["multiplied-rows", "duplicate-rows"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        if (@case.Finding.Kind == "duplicate-rows")
        {
            var whole = Whole(@case);
            var few = FewVary.Of(@case);
            var crossed = MultipliedRows.In(@case.Finding.Table, @case.Profile, @case.Dataset);
            return
            [
                Sign.Strong("the rows of the table are all pairs of two things", null, crossed),
                Sign.Strong($"the rows of one stay or person differ in {few ?? 0} columns alone: it was joined with several values of these", few, !crossed && few is not null),
                Sign.Strong($"in {Says.Share(whole ?? 0)} of the stays or people with repeated rows all of their rows are repeated equally often", whole, whole >= Nearly),
                Sign.Against($"in {Says.Share(1 - (whole ?? 0))} of the stays or people with repeated rows others stand there once", whole, !crossed && few is null && whole is null or < 0.5),
            ];
        }

        var facts = @case.Finding.Facts;
        return
        [
            Sign.Strong($"in {Says.Share(facts["share"])} of {facts["groups"]:0} stays or people with several values in both they are fully crossed, and nothing else varies with the pair", facts["share"], facts["share"] >= 0.85),
            Sign.Support($"{Says.Share(facts["constant"])} of the columns only repeat within a stay or person", facts["constant"], facts["constant"] >= 0.5),
        ];
    }

    /// <summary>Of the stays or people that have repeated rows and more than one different row: the share in which all rows are repeated equally often.</summary>
    static double? Whole(Case @case)
    {
        var key = @case.Table.Reading.Of(Role.Stay) ?? @case.Table.Reading.Of(Role.Patient);
        if (key is null or { Kind: Kind.Other } || @case.Table.Table.Rows > MostRows)
        {
            return null;
        }

        return @case.Dataset.Row(
            $"""
            SELECT avg(CASE WHEN d.repeated = t.n AND d.least = d.most THEN 1.0 ELSE 0.0 END), count(*)
            FROM (SELECT {new Name(key.Name)} AS key, sum(copies) AS repeated, min(copies) AS least, max(copies) AS most FROM ({@case.Finding.Rows}) AS copied GROUP BY 1) AS d
            JOIN (SELECT {key.Raw ?? key.Value} AS key, count(*) AS n FROM {@case.Table.Table.From} GROUP BY 1) AS t ON t.key = d.key
            WHERE t.n > d.most
            """,
            row => row.CountAt(1) < 5 ? null : row.NumberAt(0));
    }

    /// <summary>Stays are handed over joined with every potassium and every creatinine that was measured in them.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting)
    {
        Sql Values(string test) => $"""
            SELECT stay_id, TRY_CAST(result AS DOUBLE) AS value, row_number() OVER (PARTITION BY stay_id ORDER BY collected, row_id) AS place
            FROM record.labs WHERE test = {test} AND TRY_CAST(result AS DOUBLE) IS NOT NULL AND stay_id IS NOT NULL QUALIFY place <= 4
            """;
        return
        [
            $"CREATE OR REPLACE TEMP TABLE joined_stays AS SELECT s.stay_id FROM record.stays AS s JOIN {setting.Draws("stays")} AS d ON d.row_id = s.row_id WHERE d.u1 < {setting.Severity}",
            $"""
            INSERT INTO record.stays
            SELECT s.* REPLACE (s.row_id + (k.place * 10 + c.place) * 10000000000000000 AS row_id, k.value AS potassium, c.value AS creatinine)
            FROM record.stays AS s JOIN joined_stays AS j ON j.stay_id = s.stay_id JOIN ({Values("potassium")}) AS k ON k.stay_id = s.stay_id JOIN ({Values("creatinine")}) AS c ON c.stay_id = s.stay_id
            WHERE k.place > 1 OR c.place > 1
            """,
        ];
    }
}

using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A text begins as the text before it about the same patient did, word for word.</summary>
sealed class CopiedText : IFindingKind
{
    const int Shortest = 40; // characters
    const double Part = 0.8; // of the text before
    const long Fewest = 15;
    const double LeastShare = 0.04; // of the texts with one before
    const double WrittenOnce = 0.5; // different texts among all; fewer are the names of codes
    const double OverOthers = 3; // times as often as texts of other patients agree

    public string Id => "copied-text";

    public string Title => "Texts that repeat the text before";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        where table.Reading.Of(Role.Patient) is not null && table.Reading.Clock is not null && table.MostRowsOfOnePatient > 1
        from text in table.Variables
        where text.Variable is { Item: null, Column.Kind: Kind.Text } && text.Variable.Role is Role.Text or Role.Other && text.Distinct > 20 && text.Distinct >= WrittenOnce * text.Present
            && text.Texts.Count > 0 && text.Texts.Average(one => one.Text.Length) >= Shortest
        let finding = Of(table, text.Variable.Column, dataset)
        where finding is not null
        select finding;

    Finding? Of(TableProfile table, Column text, Dataset dataset)
    {
        var (from, _) = table.ForShares;
        var (pairs, same, others, alike) = dataset.Row(
            $"""
            SELECT count(*) FILTER (WHERE own), count(*) FILTER (WHERE own AND copied), count(*) FILTER (WHERE NOT own), count(*) FILTER (WHERE NOT own AND copied)
            FROM (SELECT TRUE AS own, {Copied} AS copied FROM ({Ordered(table, text, from, ofOthers: false)}) AS texts WHERE {Long}
                UNION ALL SELECT FALSE, {Copied} FROM ({Ordered(table, text, from, ofOthers: true)}) AS texts WHERE {Long} AND before_of <> patient) AS pairs
            """,
            row => (row.CountAt(0), row.CountAt(1), row.CountAt(2), row.CountAt(3)));
        var byChance = others == 0 ? 0 : (double)alike / others;
        if (same < Fewest || same < LeastShare * pairs || (double)same / pairs < OverOthers * byChance)
        {
            return null;
        }

        var (patient, clock) = (table.Reading.Of(Role.Patient)!, table.Reading.Clock!); // asked for above
        Sql condition = $"({patient.Value}, {clock.Value}, {text.Value}) IN (SELECT patient, taken, said FROM ({Ordered(table, text, table.Table.From, ofOthers: false)}) AS texts WHERE {Long} AND {Copied})";
        var count = (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {condition}");
        return count == 0 ? null : Draft.Of(
            Id, table.Table, [text], $"{text.Name} begins word for word as the text before about the same patient in {Says.Of(count, table.Table.Rows)} ({Says.Share((double)same / pairs)} of the texts that have one before)",
            (count, table.Table.Rows), condition) with
        {
            Weight = 0.3,
            Facts = new Dictionary<string, double> { ["share"] = (double)same / pairs, ["chance"] = byChance, ["pairs"] = pairs },
        };
    }

    static Sql Long { get; } = $"length(before) >= {Shortest}";

    static Sql Copied { get; } = $"substr(said, 1, CAST(floor({Part} * length(before)) AS INTEGER)) = substr(before, 1, CAST(floor({Part} * length(before)) AS INTEGER))";

    /// <summary>Texts with the one before of the same patient, or the one before in the table.</summary>
    static Sql Ordered(TableProfile table, Column text, Sql from, bool ofOthers)
    {
        var (patient, clock) = (table.Reading.Of(Role.Patient)!, table.Reading.Clock!); // asked for above
        Sql window = ofOthers ? $"(ORDER BY {clock.Value}, {patient.Value}, {text.Value})" : (Sql)$"(PARTITION BY {patient.Value} ORDER BY {clock.Value}, {text.Value})";
        return $"SELECT {patient.Value} AS patient, {clock.Value} AS taken, {text.Value} AS said, lag({text.Value}) OVER {window} AS before, lag({patient.Value}) OVER {window} AS before_of FROM {from} WHERE {text.Value} IS NOT NULL AND {clock.Value} IS NOT NULL AND {patient.Value} IS NOT NULL";
    }
}

using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>Structurally empty: the question did not apply.</summary>
sealed class NotApplicableByDesign : IMechanism
{
    const double Hardly = 0.1; // of the rows without a stay
    const int Events = 3; // times of a row, from which each is that of an event of its own

    static readonly string[] DoesNotApply = ["'not applicable'", "'n/a'", "'nie dotyczy'", "'entfällt'"];

    public string Id => "not-applicable-by-design";

    public IReadOnlyList<string> Explains => ["missing-by-answer", "missing", "co-missing", "empty", "disguised-missing", "missing-at-site", "missing-in-less-sick"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var told = @case.Finding.Kind == "missing-by-answer";
        var place = told && @case.Table.Reading.Column(@case.Finding.Columns[^1])?.Role == Role.Site;
        var kinds = @case.Finding.Kind == "missing-at-site" && facts.GetValueOrDefault("kinds") == 1;
        var name = @case.Finding.Kind != "missing-in-less-sick" && @case.Finding.Columns.Any(AsksOfSome);
        var word = @case.Finding.Token == "words" && DoesNotApply.Any(text => @case.Finding.Says.Contains(text, StringComparison.OrdinalIgnoreCase));
        var inside = IsReference(@case) ? InsideStays.Share(@case) : null;
        return
        [
            Sign.Strong($"under one answer {Says.Share(facts.GetValueOrDefault("share"))} are empty, under the others {Says.Share(facts.GetValueOrDefault("elsewhere"))}", facts.GetValueOrDefault("share"), told && !place && facts.GetValueOrDefault("strict") == 1),
            Sign.Strong("at that place another column's answer decides which are empty", null, AnswerAtPlace.Decides(@case)),
            Sign.Strong($"all {facts.GetValueOrDefault("places"):0} places have it always or never, as where some places are of another kind", facts.GetValueOrDefault("places"), kinds),
            Sign.Support($"that answer accounts for {Says.Share(facts.GetValueOrDefault("covered"))} of the empty cells", facts.GetValueOrDefault("covered"), told && facts.GetValueOrDefault("covered") >= 0.9),
            Sign.Support("one answer goes with most of the empty cells", facts.GetValueOrDefault("share"), told && facts.GetValueOrDefault("strict") == 0),
            Sign.Strong("it is a later place of a list, filled less often than the one before", null, !told && IsLaterPlace(@case)),
            Sign.Strong("it says to which stay or visit a row belongs, the patient is always known, and not every row has a stay", null, IsReference(@case)),
            Sign.Strong($"in {Says.Share(1 - (inside ?? 1))} of these rows the patient was in no stay at that time", inside, inside <= Hardly),
            Sign.Against($"in {Says.Share(inside ?? 0)} of these rows the patient was in a stay at that time, and the row does not say so", inside, inside >= 0.5),
            Sign.Support("other columns are empty whenever it is, and more often: it is the head of a section that not every row has", null, !told && IsHead(@case)),
            Sign.Strong("it is the time of something that does not happen to all", null, SelectiveOrderingBySeverity.IsMoment(@case) && @case.Table.Reading.Columns.Count(column => column.Role == Role.Taken) >= Events),
            Sign.Strong("the word itself says that it does not apply", null, word),
            Sign.Support("the name asks for something that only some have", null, name && !told),
            Sign.Against("what it hangs on is a place, and no answer about the patient", null, place && @case.Variable?.Variable.Known is not null),
            Sign.Against("what it hangs on is the stage of a result, which comes and goes with each version", null, Identity.PreliminaryAndCorrectedVersions.IsEarlyStage(@case)),
            Sign.Against("what it hangs on tells how ill somebody is: whoever was well was not tested", null, told && SelectiveOrderingBySeverity.IsOfSickness(@case)),
            Sign.Against("the tie has exceptions in both directions", facts.GetValueOrDefault("elsewhere"), told && facts.GetValueOrDefault("strict") == 0 && facts.GetValueOrDefault("covered") < 0.6),
        ];
    }

    /// <summary>A name that asks for something that only some have.</summary>
    internal static bool AsksOfSome(string column) => NameTokens.Of(column) is var tokens
        && (tokens.Has("if", "specify", "type", "reason", "implant", "month", "mod") || tokens.Contains("jezeli", "falls", "dateof", "stop", "end", "discharge", "death", "reasnd", "suffix", "maiden", "prefix", "second", "other") || tokens.Joined.StartsWith("dth", StringComparison.Ordinal));

    /// <summary>All its columns end in a number from 2 on, and the column with the number before is filled at least as often.</summary>
    static bool IsLaterPlace(Case @case) => @case.Finding.Kind is "missing" or "co-missing" or "empty" or "missing-at-site" && @case.Finding.Columns.Count > 0 && @case.Finding.Columns.SkipLast(@case.Finding.Kind == "missing-at-site" ? 1 : 0).All(column =>
    {
        var stem = column.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (@case.Table.Table.Notes.Any(note => note.Topic == "header"))
        {
            return false; // columns were numbered because they have no names
        }

        return int.TryParse(column[stem.Length..], System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 2 && stem.Length >= 3
            && @case.Table.Column($"{stem}{number - 1}") is { } before && @case.Table.Column(column) is { } own && before.Missing <= own.Missing && before.Variable.Column.Kind == own.Variable.Column.Kind;
    });

    /// <summary>The key of a stay, or of a visit, in a table that has others for the rest and whose patient is known in (nearly) every row.</summary>
    internal static bool IsReference(Case @case) => @case.Finding.Kind is "missing" or "co-missing" or "missing-by-answer" && @case.Finding.Columns.Count > 0
        && @case.Table.Reading.Of(Role.Patient) is { } patient && @case.Table.Column(patient.Name) is { } known && known.Missing <= 0.001 * known.Rows
        && @case.Table.Reading.Column(@case.Finding.Columns[0]) is { Role: Role.Stay };

    /// <summary>A block that others hang on: where it is empty they are, too, without exception and not because they hardly ever hold anything.</summary>
    static bool IsHead(Case @case)
    {
        var columns = @case.Table.Patterned.Select((column, place) => (column.Name, place)).ToList();
        var own = columns.Where(column => @case.Finding.Columns.Contains(column.Name)).Select(column => column.place).ToList();
        if (@case.Finding.Kind != "co-missing" || own.Count < @case.Finding.Columns.Count)
        {
            return false;
        }

        var counts = @case.Table.PatternCounts;
        var missing = own.Max(counts.Missing);
        return columns.Any(other => !own.Contains(other.place) && counts.Missing(other.place) > missing && counts.Missing(other.place) < 0.9 * counts.Rows && own.TrueForAll(mine => counts.Both(mine, other.place) == counts.Missing(mine)));
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.stays SET device_type = NULL FROM {setting.Draws("stays")} AS d WHERE d.row_id = stays.row_id AND device = 'no' AND d.u1 < {setting.Severity} * 1000",
    ];
}

using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>Structurally empty: the question did not apply.</summary>
sealed class NotApplicableByDesign : IMechanism
{
    public string Id => "not-applicable-by-design";

    public IReadOnlyList<string> Explains => ["missing-by-answer", "missing", "co-missing", "empty", "disguised-missing"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var told = @case.Finding.Kind == "missing-by-answer";
        var name = @case.Finding.Columns.Any(column => NameTokens.Of(column) is var tokens && (tokens.Has("if", "specify", "type", "reason", "implant", "month", "mod") || tokens.Contains("jezeli", "falls", "dateof", "stop", "end", "discharge", "death", "suffix", "maiden", "prefix", "second", "other")));
        return
        [
            Sign.Strong($"under one answer {Says.Share(facts.GetValueOrDefault("share"))} are empty, under the others {Says.Share(facts.GetValueOrDefault("elsewhere"))}", facts.GetValueOrDefault("share"), told && facts.GetValueOrDefault("strict") == 1),
            Sign.Support($"that answer accounts for {Says.Share(facts.GetValueOrDefault("covered"))} of the empty cells", facts.GetValueOrDefault("covered"), told && facts.GetValueOrDefault("covered") >= 0.9),
            Sign.Support("one answer goes with most of the empty cells", facts.GetValueOrDefault("share"), told && facts.GetValueOrDefault("strict") == 0),
            Sign.Support("the name asks for something that only some have", null, name && !told),
            Sign.Against("the tie has exceptions in both directions", facts.GetValueOrDefault("elsewhere"), told && facts.GetValueOrDefault("strict") == 0 && facts.GetValueOrDefault("covered") < 0.6),
        ];
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.stays SET device_type = NULL FROM {setting.Draws("stays")} AS d WHERE d.row_id = stays.row_id AND device = 'no' AND d.u1 < {setting.Severity} * 1000",
    ];
}

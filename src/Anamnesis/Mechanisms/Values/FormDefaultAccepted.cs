using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Findings.Statistics;
using Anamnesis.Knowledge;

namespace Anamnesis.Mechanisms.Values;

/// <summary>A pre-filled normal value was accepted.</summary>
sealed class FormDefaultAccepted : IMechanism
{
    const double ModeShare = 0.3;
    const double Over = 5;

    public string Id => "form-default-accepted";

    public IReadOnlyList<string> Explains => ["spike", "repeated-value", "disguised-missing", "constant"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var finding = @case.Finding;
        var value = finding.Number;
        var share = finding.Facts.GetValueOrDefault("share");
        var expected = finding.Facts.GetValueOrDefault("expected");
        var known = @case.Variable?.Variable.Known is { } id ? Variables.Find(id) : null;
        var normal = value is { } number && known is not null && number >= known.Usual.Low && number <= known.Usual.High;
        var inside = finding.Facts.GetValueOrDefault("top") == 0 && finding.Facts.GetValueOrDefault("bottom") == 0;
        var mean = @case.Variable is { } v && value is { } x ? v.Numbers.Where(other => other != x).Mean : double.NaN;
        var grid = value is { } one && @case.Variable is { } variable && Grid.Decimals(one) <= Grid.Usual(variable.Numbers.Where(other => other != one));
        var code = finding.Kind == "disguised-missing" && finding.Token == "words";
        var outcome = finding.Kind == "constant" && @case.Variable?.Variable.Role == Profiling.Role.Outcome;
        var byPatient = finding.Kind == "repeated-value";
        return
        [
            Sign.Strong($"{Says.Share(share)} of the values are exactly this one, {Says.Number(Math.Round(finding.Count / Math.Max(1, expected)))} times its neighbours", share, finding.Kind == "spike" && share >= ModeShare && finding.Count >= Over * Math.Max(1, expected) && inside && grid),
            Sign.Support("it is a clinically normal value written as people write it", value, finding.Kind == "spike" && normal && grid && inside && finding.Count >= Over * Math.Max(1, expected)),
            Sign.Support("one of the words says that it is the default", null, code && finding.Says.Contains("default", StringComparison.OrdinalIgnoreCase)),
            Sign.Against($"it equals the mean of the others ({Says.Number(Math.Round(mean, 3))})", mean, value is { } spike && Math.Abs(mean - spike) < 0.005 * Math.Max(1e-9, Math.Abs(spike)) && !grid),
            Sign.Against("nobody ever entered anything else, so that it rather describes the extract", value, finding.Kind == "constant"),
            Sign.Against("it is no possible value", value, finding.Kind == "disguised-missing" && !code),
            Sign.Against(outcome ? "all rows have it, and it is what later happened: they were chosen by it" : "not one row has another value, and a default is changed sometimes", null, finding.Kind == "constant"),
            Sign.Against("each patient repeats another value", null, byPatient),
        ];
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.vitals SET resp_rate = 16 FROM {setting.Draws("vitals")} AS d WHERE d.row_id = vitals.row_id AND d.u1 < {setting.Severity}",
    ];
}

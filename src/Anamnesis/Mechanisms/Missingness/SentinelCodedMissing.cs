using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Knowledge;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>A number, or a word, that means "nothing".</summary>
sealed class SentinelCodedMissing : IMechanism
{
    static readonly double[] WellKnown = [-9, -99, -999, -9999, -1, -8, 99, 999, 9999, 99999, 999999, 88, 77, 888, 777];

    const double Mostly = 0.5; // of the values

    public string Id => "sentinel-coded-missing";

    public IReadOnlyList<string> Explains => ["disguised-missing", "spike", "impossible-value", "extremes", "constant", "type-mix"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var finding = @case.Finding;
        if (finding.Kind == "type-mix")
        {
            var beyond = finding.Facts.GetValueOrDefault("beyond");
            return
            [
                Sign.Strong($"{Says.Share(beyond)} of the texts are numbers of more than a hundred digits, which programs write for nothing", beyond, beyond >= 0.2),
                Sign.Against("no text is such a number", beyond, beyond == 0),
            ];
        }

        var told = finding.Kind == "disguised-missing";
        var code = finding.Number;
        var known = @case.Variable?.Variable.Known is { } id && @case.Variable.Variable.KnownConfidence >= 0.7 ? Variables.Find(id) : null;
        var impossible = code is { } number && known is not null && (number < known.Hard.Low || number > known.Hard.High);
        var repeated = Repeated(@case);
        var same = finding.Facts.GetValueOrDefault("columns");
        var siblings = finding.Facts.GetValueOrDefault("siblings");
        var site = @case.Concentration(@case.Table.Reading.Of(Profiling.Role.Site));
        return
        [
            Sign.Strong($"{(code is { } c ? Says.Number(c) : "the word")} stands apart and is repeated exactly", finding.Count, told && finding.Facts.GetValueOrDefault("new") == 0),
            Sign.Strong($"no living adult has {(code is { } value ? Says.Number(value) : "it")}", code, impossible && (told || repeated is > 0.5)),
            Sign.Strong($"{siblings:0} tables of the same layout hold values where this one holds 0 throughout", siblings, siblings > 0),
            Sign.Strong($"the code stands in the same rows of {finding.Facts.GetValueOrDefault("block"):0} columns", finding.Facts.GetValueOrDefault("block"), finding.Facts.GetValueOrDefault("block") >= 3),
            Sign.Against("nothing tells the value from an ordinary one", code, finding.Kind == "constant" && siblings == 0),
            Sign.Support("it is a code that programs and clerks use for nothing", code, code is { } well && WellKnown.Contains(well)),
            Sign.Support($"the same code stands in {same:0} columns", same, same >= 2),
            Sign.Support("it is rare beside the other codes and extends their run by one", code, finding.Facts.GetValueOrDefault("new") == 1),
            Sign.Support($"{(site is { } s ? Says.Share(s.Largest) : "none")} of them come from one place", site?.Largest, finding.Count >= 5 && site is { } place && place.Largest - place.Elsewhere > 0.3),
            Sign.Against($"{Says.Share(finding.Share)} of the values are 0, and nothing says that there must be something: nothing was given, or it did not happen", finding.Share, told && code == 0 && !impossible && finding.Share is > Mostly and < 1),
            Sign.Against("it is the one value of the column, and none that programs and clerks use for nothing", null, finding.Kind == "constant" && code is null),
            Sign.Against($"the odd values differ from each other ({(repeated is { } r ? Says.Share(r) : "none")} repeat)", repeated, finding.Kind is "impossible-value" or "extremes" && repeated is < 0.5),
        ];
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.stays SET hb = 999, urea = 999 FROM {setting.Draws("stays")} AS d WHERE d.row_id = stays.row_id AND d.u1 < {setting.Severity * 0.3}",
    ];

    /// <summary>Share of the odd values that equal the most frequent of them.</summary>
    static double? Repeated(Case @case)
    {
        if (@case.Finding.Kind is not ("impossible-value" or "extremes") || @case.Variable is not { } variable || @case.Finding.Condition is not { } condition || variable.Numbers.Total == 0)
        {
            return null;
        }

        var values = @case.Dataset.Rows(
            $"SELECT count(*) FROM {@case.Table.Table.From} WHERE {condition} GROUP BY {variable.Variable.Value} ORDER BY 1 DESC", row => (double)row.CountAt(0));
        return values.Count == 0 || values.Sum() < 2 ? 0 : values[0] / values.Sum();
    }
}

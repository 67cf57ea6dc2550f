using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>A field that nobody ever used.</summary>
sealed class NeverUsedField : IMechanism
{
    const int Several = 3; // empty columns of a table
    const double Filled = 0.9; // share of the cells beside it
    const long Fewest = 100; // rows; in fewer there may just be nobody to whom it applies

    public string Id => "never-used-field";

    public IReadOnlyList<string> Explains => ["empty", "constant"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var finding = @case.Finding;
        var columns = finding.Kind == "empty" ? finding.Columns.Count : 0;
        var spare = finding.Columns.Count > 0 && finding.Columns.All(IsSpare);
        var some = finding.Columns.Count > 0 && finding.Columns.Any(NotApplicableByDesign.AsksOfSome);
        var filled = @case.Table.Variables.Count(variable => variable.Variable.Item is null && variable.Present > 0);
        var beside = Beside(@case);
        return
        [
            Sign.Strong("the name is that of a spare field", null, spare),
            Sign.Strong($"{columns} columns hold nothing while {filled} others of the table are filled, as where software has more fields than are used", columns, columns >= Several && filled > 0 && finding.Denominator >= Fewest),
            Sign.Support($"not one of {finding.Denominator:N0} rows has it, in any year or place", finding.Denominator, columns > 0 && finding.Denominator >= Fewest && !some),
            Sign.Support($"the fields beside it are filled in {(beside is { } b ? Says.Share(b) : "none")} of the rows: the form was filled in, and it was passed over", beside, beside >= Filled && !some),
            Sign.Support("it is 0 throughout, as programs write where nobody enters", null, finding is { Kind: "constant", Token: "zero" } && finding.Facts.GetValueOrDefault("siblings") == 0),
            Sign.Against("the name asks for something that only some have", null, some),
            Sign.Against("all rows hold a value other than 0", null, finding is { Kind: "constant", Token: not "zero" }),
            Sign.Against("tables of the same layout use the column", finding.Facts.GetValueOrDefault("siblings"), finding.Facts.GetValueOrDefault("siblings") > 0),
        ];
    }

    /// <summary>Share of filled cells of the two columns that stand beside the empty ones; null for other findings.</summary>
    static double? Beside(Case @case)
    {
        if (@case.Finding.Kind != "empty" || @case.Finding.Columns.Count == 0)
        {
            return null;
        }

        var columns = @case.Table.Variables.Where(variable => variable.Variable.Item is null).ToList();
        var near = columns.Where((variable, place) => !@case.Finding.Columns.Contains(variable.Variable.Column.Name)
            && columns.Where((other, at) => Math.Abs(at - place) == 1 && @case.Finding.Columns.Contains(other.Variable.Column.Name)).Any()).ToList();
        return near.Count == 0 ? null : near.Average(variable => (double)variable.Present / Math.Max(1, variable.Rows));
    }

    static bool IsSpare(string column) => NameTokens.Of(column) is var name && name.Has("reserve", "reserved", "spare", "filler", "unused", "dummy", "custom", "free", "udf", "userdef", "rezerwa", "rezerwowe", "reserviert", "frei");

    /// <summary>A measurement and a date that nobody ever entered.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.reports SET lvedd = NULL FROM {setting.Draws("reports")} AS d WHERE d.row_id = reports.row_id AND d.u1 < 1000 * {setting.Severity}",
    ];
}

using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>Missing as a block because tests are ordered as one panel.</summary>
sealed class PanelCoOrdering : IMechanism
{
    public string Id => "panel-co-ordering";

    public IReadOnlyList<string> Explains => ["co-missing", "missing", "missing-in-less-sick", "missing-in-sicker", "missing-at-site"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var there = @case.Finding.Kind == "missing-at-site"; // its last column names the place
        var columns = @case.Finding.Columns.SkipLast(there ? 1 : 0).ToList();
        var block = columns.Count > 1;
        var tests = columns.Count(name => IsTest(@case, name));
        var assigned = columns.Any(name => NameTokens.Of(name).Has("trt", "treatment", "arm", "rx", "randomised", "randomized", "allocation", "group"));
        var run = @case.Finding.Kind is "missing" or "co-missing" ? UnbrokenRun.Of(@case) : null;
        var labs = columns.Count(name => @case.Table.Reading.Column(name) is { Variable: not null, VariableConfidence: >= 0.6 });
        var unit = Unit(@case);
        var fits = @case.Finding.Kind == "co-missing" && block ? MissingByAnswer.Tie(ParentAnswer.Of(@case.Dataset, @case.Table, [unit]), unit, 0) : null;
        return
        [
            Sign.Strong($"{columns.Count} columns are empty in nearly the same rows", columns.Count, @case.Finding.Kind == "co-missing" && columns.Count >= 3 && tests == columns.Count && !UnbrokenRun.Is(run)),
            Sign.Strong($"{columns.Count} laboratory tests are empty in the same rows at one place: they are ordered together, there seldom", columns.Count, IsOrder(@case)),
            Sign.Support($"{columns.Count} columns are empty in the same rows", columns.Count, @case.Finding.Kind == "co-missing" && block && tests >= 2),
            Sign.Support($"{labs} of them are laboratory values or vital signs by name", labs, block && labs >= 2),
            Sign.Against("another column's answer decides it", fits?.Share, fits is { Strict: true, Covered: > 0.9 }),
            Sign.Against("it is no result that an order would bring", null, columns.Count == 1 && tests == 0),
            Sign.Against("the block also holds columns that no order would bring", columns.Count - tests, block && (tests < columns.Count || assigned)),
            Sign.Against("its rows follow each other without a break, as a form or a part of a study does", run, UnbrokenRun.Is(run)),
        ];
    }

    /// <summary>A result, also as yes and no.</summary>
    static bool IsTest(Case @case, string name) => @case.Table.Reading.Column(name) is { } column && column.Role is Role.Value or Role.Category
        && (column.Column.Kind is Kind.Number or Kind.Truth || @case.Table.Column(name)?.Distinct is 2 or 3);

    /// <summary>Three laboratory tests or more that miss together at one place: results of a laboratory come through its interface, and all or none of an order do.</summary>
    internal static bool IsOrder(Case @case) => @case.Finding.Kind == "missing-at-site" && @case.Finding.Columns.Count > 3
        && @case.Finding.Columns.SkipLast(1).All(name => @case.Table.Reading.Column(name) is { Variable: { } id, VariableConfidence: >= 0.6 } && IsTest(@case, name) && !Bedside.Is(id));

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.stays SET ferritin = NULL, tsat = NULL, crp = NULL FROM {setting.Draws("stays")} AS d WHERE d.row_id = stays.row_id AND d.u1 < {setting.Severity}",
    ];

    static MissingUnit Unit(Case @case) =>
        new([.. @case.Finding.Columns.Select(name => @case.Table.Table.Column(name)).OfType<Column>()], @case.Finding.Count, @case.Finding.Denominator);
}

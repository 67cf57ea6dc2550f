using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Coding;

/// <summary>Ordered, dispensed, given and taken are four different things, and each system holds one of them.</summary>
sealed class PrescribedNotTaken : IMechanism
{
    const double Often = 0.08; // of the orders

    public string Id => "prescribed-not-taken";

    public IReadOnlyList<string> Explains => ["orders-not-given"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var (share, excluded) = (@case.Finding.Facts["share"], @case.Finding.Facts["excluded"]);
        return
        [
            Sign.Strong($"after {Says.Share(share)} of the orders nothing was given or dispensed", share, share >= Often),
            Sign.Support($"{excluded:0} orders of a kind that is given elsewhere are left out of this", excluded, excluded > 0),
        ];
    }

    /// <summary>Severity × 0.6 of the tablets of the home list are on the chart of the hospital and stay in the box.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) => !setting.Has("drug_given") ? [] :
    [
        $"CREATE OR REPLACE TEMP TABLE untaken AS SELECT o.order_id FROM record.drug_orders AS o JOIN {setting.Draws("drug_orders")} AS d ON d.row_id = o.row_id WHERE o.source = 'home' AND d.u1 < {setting.Severity * 0.6}",
        $"DELETE FROM record.drug_given WHERE order_id IN (SELECT order_id FROM untaken)",
    ];
}

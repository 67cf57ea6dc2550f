using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Identity;

/// <summary>Two people under one id: the record of a neighbour or namesake was opened.</summary>
sealed class TwoPeopleInOneRecord : IMechanism
{
    const double Year = 370; // days that whole years of age leave open
    const double Mostly = 0.6;

    public string Id => "two-people-in-one-record";

    public IReadOnlyList<string> Explains => ["changing-person", "touching-stays"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        if (@case.Finding.Kind == "touching-stays")
        {
            var overlap = facts["overlapping"] / Math.Max(1, facts["overlapping"] + facts["touching"]);
            return [Sign.Support($"{Says.Share(overlap)} of them begin before the last one ended: one person cannot lie in two beds", overlap, overlap > Mostly), Sign.Against("they follow each other, as the stays of one person do", overlap, overlap < 0.3)];
        }

        var states = States(@case);
        return
        [
            Sign.Strong($"{facts["people"]:0} ids hold what never changes in one person in more than one state", facts["people"], facts["people"] >= 3),
            Sign.Strong($"in {Says.Share(states?.Two ?? 0)} of them the rows fall into two states, each the same within itself", states?.Two, states?.Two >= Mostly),
            Sign.Support($"in {Says.Share(states?.Back ?? 0)} of them it goes back to the first state later", states?.Back, states?.Back >= 0.15),
            Sign.Against($"in {Says.Share(states?.Slips ?? 0)} of them the states lie 10, 20 … or 100 years apart, as one wrong digit does", states?.Slips, states?.Slips >= 0.5),
        ];
    }

    /// <summary>Of the ids that change: in two states; back in the first one at the end; a wrong digit apart. Null where rows have no order.</summary>
    static (double Two, double Back, double Slips)? States(Case @case)
    {
        if (@case.Finding.Condition is not { } condition || @case.Table.Reading.Of(Role.Patient) is not { } patient || @case.Table.Reading.Clock is not { } clock)
        {
            return null;
        }

        var births = @case.Finding.Columns.Count == 2;
        var compared = ChangingPerson.Compared(@case.Finding, @case.Table.Table, @case.Dialect);
        var people = @case.Dataset.Rows(
                $"SELECT {@case.Dialect.ToText(patient.Value)}, {@case.Dialect.ToText(compared)} FROM {@case.Table.Table.From} WHERE {condition} AND {compared} IS NOT NULL ORDER BY 1, {clock.Value} LIMIT 20000",
                row => (Person: row.TextAt(0)!, State: row.TextAt(1)!)) // not null by WHERE
            .GroupBy(row => row.Person, StringComparer.Ordinal).Select(person => person.Select(row => row.State).ToList()).ToList();
        if (people.Count == 0)
        {
            return null;
        }

        var numbered = people.Select(person => births ? Clusters(person) : [.. person.Select(state => person.IndexOf(state))]).ToList();
        return (
            Share(numbered, person => person.Distinct().Count() == 2),
            Share(numbered, person => person[0] == person[^1]),
            births ? (double)people.Count(IsSlip) / people.Count : 0);
    }

    /// <summary>Births that lie within a year of each other are one.</summary>
    static List<int> Clusters(List<string> days)
    {
        var values = days.Select(Day).ToList();
        var starts = new List<double>();
        foreach (var value in values.Order())
        {
            if (starts.Count == 0 || value - starts[^1] > Year)
            {
                starts.Add(value);
            }
        }

        return [.. values.Select(value => starts.FindLastIndex(start => start <= value))];
    }

    static bool IsSlip(List<string> days)
    {
        var values = days.Select(Day).ToList();
        var years = (values.Max() - values.Min()) / 365.25;
        return Math.Abs(years - (10 * Math.Round(years / 10))) < 1;
    }

    static double Day(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static double Share(List<List<int>> people, Func<List<int>, bool> holds) => (double)people.Count(holds) / people.Count;

    /// <summary>Severity × 0.08 of the stays are documented in the record of the neighbour: the patient with the next number in the same hospital.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        CREATE OR REPLACE TEMP TABLE neighbours AS
        SELECT s.stay_id, n.neighbour FROM record.stays AS s JOIN {setting.Draws("stays")} AS d ON d.row_id = s.row_id
        JOIN (SELECT patient_id, lead(patient_id) OVER (PARTITION BY site ORDER BY patient_id) AS neighbour FROM (SELECT DISTINCT patient_id, site FROM record.stays)) AS n ON n.patient_id = s.patient_id
        WHERE d.u1 < {setting.Severity * 0.08} AND n.neighbour IS NOT NULL
        """,
        .. setting.Tables.Where(table => table.Has("stay_id") && table.Has("patient_id")).Select(table => (Sql)$"UPDATE {Sql.Raw("record." + table.Name)} AS t SET patient_id = n.neighbour FROM neighbours AS n WHERE n.stay_id = t.stay_id"),
    ];
}

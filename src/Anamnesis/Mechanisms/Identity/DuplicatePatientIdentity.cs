using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Identity;

/// <summary>One person has two or more ids.</summary>
sealed class DuplicatePatientIdentity : IMechanism
{
    const double Enough = 0.002; // share of ids

    public string Id => "duplicate-patient-identity";

    public IReadOnlyList<string> Explains => ["same-person", "duplicate-rows", "duplicate-key"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var share = @case.Finding.Share;
        var constants = @case.Finding.Kind == "same-person" ? Constants(@case) : null;
        var persons = @case.Table.Patients == @case.Table.Table.Rows && @case.Table.Patients > 0;
        var noKey = @case.Table.Reading.Of(Role.Patient) is null;
        return
        [
            Sign.Strong($"{Says.Share(share)} of the ids share birth date, sex and what else was compared with another, far more than chance gives", share, @case.Finding.Kind == "same-person" && share >= Enough),
            Sign.Strong($"{(constants is { } agree ? Says.Share(agree) : "none")} of such pairs also agree in what stays constant", constants, constants >= 0.8),
            Sign.Against("such pairs differ in what stays constant in a person", constants, constants < 0.5),
            Sign.Support("the table has one row a person, and rows are equal without the id", null, @case.Finding.Kind == "duplicate-rows" && persons),
            Sign.Against("rows carry an event of their own, not a person", null, @case.Finding.Kind == "duplicate-rows" && !persons && !noKey),
        ];
    }

    /// <summary>Share of pairs with equal birth date and sex that also agree in height, or another measured constant.</summary>
    static double? Constants(Case @case)
    {
        var height = @case.Table.Reading.Columns.FirstOrDefault(column => column.Variable == "height" && !@case.Finding.Columns.Contains(column.Column.Name))?.Column;
        if (height is null || @case.Finding.Columns.Count == 0)
        {
            return null;
        }

        var same = Sql.Join(", ", @case.Finding.Columns.Select(name => @case.Table.Table.Column(name)!.Value)); // columns of a finding are in its table
        return @case.Dataset.Row(
            $"SELECT avg(CASE WHEN spread <= 2 THEN 1.0 ELSE 0.0 END) FROM (SELECT max({height.Value}) - min({height.Value}) AS spread FROM {@case.Table.Table.From} GROUP BY {same} HAVING count(*) > 1) AS pairs",
            row => row.NumberAt(0));
    }

    public IReadOnlyList<Sql> Distort(Setting setting)
    {
        var draws = setting.Draws("patients");
        Sql twice = $"SELECT p.patient_id FROM record.patients AS p JOIN {draws} AS d ON d.row_id = p.row_id WHERE d.u1 < {setting.Severity * 0.2}";
        Sql later = $"SELECT s.stay_id FROM (SELECT stay_id, row_number() OVER (PARTITION BY patient_id ORDER BY admitted, stay_id) AS place FROM record.stays WHERE patient_id IN ({twice})) AS s WHERE s.place > 1";
        return
        [
            $"CREATE OR REPLACE TEMP TABLE twice_stays AS {later}",
            $"INSERT INTO record.patients SELECT row_id + 1000000000000000, patient_id + 100000000, * EXCLUDE (row_id, patient_id) FROM record.patients WHERE patient_id IN ({twice})",
            .. setting.Tables.Where(table => table.Has("stay_id")).Select(table => (Sql)$"UPDATE {Sql.Raw("record." + table.Name)} SET patient_id = patient_id + 100000000 WHERE stay_id IN (SELECT stay_id FROM twice_stays)"),
        ];
    }
}

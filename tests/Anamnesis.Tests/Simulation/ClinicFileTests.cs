using Anamnesis.Examinations;

namespace Anamnesis.Simulation;

/// <summary>What is found in a messy clinic does not hang on whether its record lies in files.</summary>
[Trait("speed", "slow")]
public sealed class ClinicFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_files_of_a_clinic_have_the_findings_and_first_causes_of_its_record(bool csv)
    {
        var plan = ClinicPlan.Demo with { Patients = 200, Seed = 2 };
        using var folder = new TempFolder();
        ClinicFolder.Write(plan, new ClinicWriting(folder.At("clinic")) { Csv = csv }, null, TestContext.Current.CancellationToken);
        using var clinic = Clinic.Open(plan, TestContext.Current.CancellationToken);
        using var record = clinic.Record("clinic");
        Assert.Equal(Told(Examiner.Examine(record)), Told(Examiner.Examine(folder.At("clinic/record"))));
    }

    /// <summary>Doubles are written with ".0", which is told of text files.</summary>
    static IReadOnlyList<string> Told(Examination examination) =>
    [
        .. examination.Diagnoses.Where(diagnosis => diagnosis.Finding is not { Kind: "off-grid" })
            .Select(diagnosis => $"{diagnosis.Finding.Kind} {diagnosis.Finding.Table} {string.Join(',', diagnosis.Finding.Columns)} {diagnosis.Finding.Count} {diagnosis.Differential[0].Mechanism}").Order(StringComparer.Ordinal),
    ];
}

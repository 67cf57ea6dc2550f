namespace Anamnesis.Examinations;

public sealed class EmptyTableTests
{
    [Fact]
    public void A_table_without_a_row_is_told_once_with_its_causes()
    {
        using var folder = new TempFolder();
        folder.File("notes.csv", "note_id,patient_id,written,note_text\n");
        folder.File("patients.csv", string.Join('\n', (string[])["patient_id,sex,height", .. Enumerable.Range(1, 60).Select(i => $"{i},{(i % 2 == 0 ? "F" : "M")},{150 + (i % 40)}"), string.Empty]));

        var diagnosis = Assert.Single(Examiner.Examine(folder.Path).Diagnoses, one => one.Finding.Table == "notes");

        Assert.True(diagnosis.Differential.Count > 1);
    }
}

using Anamnesis.Profiling;

namespace Anamnesis.Recognitions;

public sealed class RecognitionLaws
{
    const string Header = "patient_id,encounter_id,charttime,storetime,test,value,unit";

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var rows = RecognitionTests.Long().ToArray();
        var mixed = rows.ToArray();
        new Random(7).Shuffle(mixed);

        Assert.Equal(ReadTable.Said(ReadTable.Of(Header, rows)), ReadTable.Said(ReadTable.Of(Header, mixed)));
    }

    [Fact]
    public void The_order_of_columns_does_not_matter()
    {
        static string Turned(string line) => string.Join(',', line.Split(',').Reverse());

        var rows = RecognitionTests.Long().ToArray();

        Assert.Equal(ReadTable.Said(ReadTable.Of(Header, rows)), ReadTable.Said(ReadTable.Of(Turned(Header), rows.Select(Turned))));
    }

    [Fact]
    public void Corrections_overrule()
    {
        var said = new Dictionary<string, Correction> { ["test"] = new(Role.Category, null, null), ["value"] = new(Role.Value, "glucose", "mg/dL") };
        var reading = ReadTable.Of(Header, RecognitionTests.Long(), new Corrections { Columns = new Dictionary<string, IReadOnlyDictionary<string, Correction>> { ["table"] = said } });

        Assert.Equal((Role.Category, 1.0), (reading.Column("test")!.Role, reading.Column("test")!.Confidence)); // the header names it
        Assert.Equal(("glucose", "mg/dL"), (reading.Column("value")!.Variable, reading.Column("value")!.Unit)); // as above
    }

    [Fact]
    public void What_init_writes_can_be_read_back_and_changes_nothing()
    {
        var before = ReadTable.Of(Header, RecognitionTests.Long());
        var file = Path.GetTempFileName();
        try
        {
            CorrectionsFile.Write(file, [before]);
            var after = ReadTable.Of(Header, RecognitionTests.Long(), CorrectionsFile.Read(file));

            Assert.Equal(before.Columns.Select(column => (column.Role, column.Variable)), after.Columns.Select(column => (column.Role, column.Variable)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void An_unknown_role_is_answered_with_the_nearest_known()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "tables:\n  table:\n    columns:\n      test: { role: pateint }\n");

            Assert.Contains("patient", Assert.Throws<AnamnesisException>(() => CorrectionsFile.Read(file)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

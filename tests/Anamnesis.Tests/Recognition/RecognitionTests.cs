using System.Globalization;
using Anamnesis.Profiling;

namespace Anamnesis.Recognitions;

public sealed class RecognitionTests
{
    [Theory]
    [InlineData("patient_id,encounter_id,charttime,storetime,test,value,unit")]
    [InlineData("id_pacjenta,id_pobytu,data_pobrania,data_zapisu,badanie,wynik,jednostka")]
    [InlineData("PatientenID,Fallnummer,Entnahmezeit,Erfassungszeit,Untersuchung,Messwert,Einheit")]
    [InlineData("SUBJECT_ID,HADM_ID,CHARTTIME,STORETIME,ITEMID,VALUE,VALUEUOM")]
    public void A_long_table_is_recognised_in_three_languages(string header)
    {
        var reading = ReadTable.Of(header, Long());

        Assert.Equal(
            [Role.Patient, Role.Stay, Role.Taken, Role.Recorded, Role.Item, Role.Value, Role.Unit],
            reading.Columns.Select(column => column.Role));
        Assert.Equal(Layout.Long, reading.Layout);
        Assert.Contains(reading.Items, item => item is { Code: "potassium", Variable: "potassium" });
    }

    [Theory]
    [InlineData("age,sex,weight,height,creatinine")]
    [InlineData("wiek,plec,waga,wzrost,kreatynina")]
    [InlineData("Alter,Geschlecht,Gewicht,Größe,Kreatinin")]
    public void Clinical_variables_are_named_in_three_languages(string header)
    {
        var reading = ReadTable.Of(header, Wide());

        Assert.Equal(["age", null, "weight", "height", "creatinine"], reading.Columns.Select(column => column.Variable));
        Assert.Equal([Role.Value, Role.Category, Role.Value, Role.Value, Role.Value], reading.Columns.Select(column => column.Role));
        Assert.Equal(Layout.Wide, reading.Layout);
    }

    [Fact]
    public void A_misleading_name_with_other_values_is_not_confident()
    {
        var reading = ReadTable.Of("patient_id,sbp", Enumerable.Range(1, 100).Select(i => $"{i},{i * 10_000}"));

        Assert.True(reading.Columns[1].VariableConfidence <= 0.5);
    }

    [Fact]
    public void A_unit_of_the_name_is_known_by_the_values()
    {
        var reading = ReadTable.Of("patient_id,height", Enumerable.Range(1, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{1.5 + (i * 0.004):0.00}")));

        Assert.Equal("m", reading.Columns[1].Unit);
    }

    [Fact]
    public void Without_a_header_no_column_is_confident()
    {
        var reading = ReadTable.Of(string.Empty, Wide());

        Assert.All(reading.Columns, column => Assert.True(column.Confidence <= 0.8 && column.Variable is null));
    }

    [Fact]
    public void An_empty_column_keeps_the_role_of_its_name_but_serves_nobody()
    {
        var reading = ReadTable.Of("patient_id,charttime,value", Enumerable.Range(1, 40).Select(i => $"{i},,{i * 1.5}"));

        Assert.Equal(Role.Taken, reading.Column("charttime")?.Role);
        Assert.True(reading.Column("charttime")?.Confidence <= 0.6);
        Assert.Null(reading.Clock);
    }

    [Fact]
    public void Codes_are_neither_keys_nor_measurements()
    {
        var reading = ReadTable.Of("patient_id,visit_concept_id,snomed_code,order_id", Enumerable.Range(1, 100).Select(i => $"{i % 20},{9200 + (i % 3)},{44_054_006 + i},{500_000 + i}"));

        Assert.Equal([Role.Patient, Role.Category, Role.Category, Role.Other], reading.Columns.Select(column => column.Role));
    }

    [Fact]
    public void Items_are_known_where_answers_in_words_stand_among_the_numbers()
    {
        var reading = ReadTable.Of(
            "PATIENT,DATE,CODE,VALUE,UNITS",
            Enumerable.Range(0, 120).Select(i => $"p{i % 9},2024-03-{1 + (i % 28):00},{(i % 2 == 0 ? "8480-6" : "72166-2")},{(i % 2 == 0 ? $"{110 + (i % 40)}" : "Never smoker")},{(i % 2 == 0 ? "mm[Hg]" : "")}"));

        Assert.Equal(Layout.Long, reading.Layout);
        Assert.Equal("sbp", reading.Items.Single(item => item.Code == "8480-6").Variable);
        Assert.True(reading.Items.Single(item => item.Code == "8480-6").Confidence > 0.8);
    }

    internal static IEnumerable<string> Long() => Enumerable.Range(0, 120).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"{i % 15},{1000 + (i % 30)},2024-03-{1 + (i % 28):00} 07:{i % 60:00}:00,2024-03-{1 + (i % 28):00} 09:{i % 60:00}:00,{(i % 2 == 0 ? "potassium" : "sodium")},{(i % 2 == 0 ? 3.6 + (i % 11 * 0.1) : 133 + (i % 9))},mmol/l"));

    internal static IEnumerable<string> Wide() => Enumerable.Range(0, 120).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"{40 + (i * 7 % 45)},{i % 2},{60 + (i * 5 % 37) + 0.5:0.0},{155 + (i * 3 % 35)},{0.7 + (i % 13 * 0.1):0.0}"));
}

using Anamnesis.Engines;
using Anamnesis.Recognitions;

namespace Anamnesis.Sources;

/// <summary>Which of the two numbers of a date is the month.</summary>
public sealed class DayFormTests
{
    [Fact]
    public void Dates_with_dashes_may_begin_with_the_month() =>
        Assert.Equal(Kind.Time, ReadTable.Of("patient_id,visit_date", Enumerable.Range(0, 60).Select(i => $"{i},{1 + (i % 12):00}-{1 + (i % 28):00}-2021")).Columns[1].Column.Kind);

    [Fact]
    public void Days_that_read_both_ways_are_read_as_the_rest_of_the_column()
    {
        // a spreadsheet turned the dates it could read into another form
        static string Written(int i) => i % 28 < 12 ? $"0{1 + (i % 3)}-{1 + (i % 28):00}-2021" : $"{1 + (i % 3)}/{1 + (i % 28)}/2021";

        var folder = Directory.CreateTempSubdirectory("days-");
        try
        {
            var path = Path.Combine(folder.FullName, "visits.csv");
            File.WriteAllLines(path, Enumerable.Range(0, 84).Select(i => $"{i},{Written(i)}").Prepend("patient_id,visit_date"));
            using var dataset = Address.Open(path, new Opening());
            var days = Assert.Single(dataset.Tables);

            Assert.Equal(0, dataset.Number($"SELECT count(*) FROM {days.From} WHERE extract(month from {days.Columns[1].Value}) > 3"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

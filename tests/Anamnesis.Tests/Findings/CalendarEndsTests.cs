using Anamnesis.Engines;
using Anamnesis.Examinations;
using Anamnesis.Sources;

namespace Anamnesis.Findings;

/// <summary>Records whose times lie at an end of the calendar, as where dates were moved or a default was written: what looks weeks, months or years around stops there.</summary>
public sealed class CalendarEndsTests
{
    [Theory]
    [InlineData(-2015)] // the record begins in the year 1
    [InlineData(7979)] // and here it goes on after 9999
    public void A_record_that_was_moved_is_examined(int years)
    {
        using var record = Address.Open("clinic:?seed=5&patients=200");
        record.Tables = [.. record.Tables.Select(table => table with { Columns = [.. table.Columns.Select(column => column.Kind == Kind.Time ? column with { Value = $"({column.Value} + to_years({years}))", Key = null } : column)] })];
        var examination = Examiner.Examine(record);
        Assert.All(examination.Profile.Tables.SelectMany(table => table.Clocks), clock => Assert.InRange(clock.Span.First.Year - years, 1850, 2030));
        Assert.NotEmpty(examination.Diagnoses);
    }

    [Theory]
    [InlineData(-2015)]
    [InlineData(-400)]
    public void Dates_before_anybody_lived_are_told_as_moved(int years)
    {
        var told = Planted.Examine("patient_id,taken,potassium", Enumerable.Range(0, 600).Select(i => FormattableString.Invariant($"{i % 60},{new DateTime(2020, 1, 6, 8, 0, 0).AddHours(31 * i).AddYears(years):yyyy-MM-dd HH:mm:ss},{3 + (i % 20 / 10.0)}")), "impossible-date");
        var moved = Assert.Single(told, one => one.Finding.Token == "past");
        Assert.Equal((600, "per-patient-date-shift"), ((int)moved.Finding.Count, moved.Likely?.Mechanism));
    }
}

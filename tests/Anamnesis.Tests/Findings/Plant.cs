using System.Globalization;
using Anamnesis.Simulation;

namespace Anamnesis.Findings;

/// <summary>Small tables in which one kind of finding was planted.</summary>
/// <param name="Kind">Id of the kind.</param>
/// <param name="Columns">The columns that it has to name, separated by commas; empty for whole rows.</param>
/// <param name="Tables">The tables; it is planted in the first.</param>
sealed record Plant(string Kind, string Columns, params Plant.Table[] Tables)
{
    /// <summary>Why the kind speaks of names of columns, which no role tells; null when it does not.</summary>
    internal string? Names { get; init; }

    /// <summary>Why the symptom lies in how the text file is written, so that Parquet cannot have it; null when it does not.</summary>
    internal string? Text { get; init; }

    /// <summary>A table whose rows each follow from their number alone, so that more rows leave the first ones as they are.</summary>
    internal sealed record Table(string Name, string Header, int Rows, Func<int, Draw, object?[]> Row)
    {
        internal IEnumerable<string> Lines(double times) => Enumerable.Range(0, (int)(Rows * times)).Select(i => string.Join(',', Row(i, Draw.For(7, Name + Header, i)).Select(Text)));

        static string Text(object? cell) => cell switch
        {
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd 00:00:00", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            System.DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? string.Empty,
        };
    }
}

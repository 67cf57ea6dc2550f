using System.Data.Common;
using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>The values of one column of few rows, counted while they are read.</summary>
sealed class ValueCounts(ColumnReading column)
{
    const int Chunk = 60; // columns a query

    readonly Dictionary<double, long> _numbers = [];
    readonly Dictionary<string, long> _texts = new(StringComparer.Ordinal);

    /// <summary>Numbers that tell persons, stays or rows; they are told apart, not measured.</summary>
    bool IsKey => column.Column.Kind == Kind.Number && column.Role is Role.Patient or Role.Stay or Role.RowId;

    bool IsRead => !IsKey && column.Column.Kind is Kind.Number or Kind.Time;

    /// <summary>By name of column, all of them read in one pass.</summary>
    /// <remarks>A query for each column has to look up all columns of the table first: of few rows that is nearly all of its work.</remarks>
    internal static IReadOnlyDictionary<string, ValueCounts> Of(Dataset dataset, TableReading reading)
    {
        var all = reading.Columns.Where(one => one.Column.Kind != Kind.Other).ToDictionary(one => one.Column.Name, one => new ValueCounts(one), StringComparer.Ordinal);
        foreach (var some in all.Values.Chunk(Chunk))
        {
            dataset.Each($"SELECT {Sql.Join(", ", some.Select(one => one.Shown(dataset.Dialect)))} FROM {reading.Table.From}", row =>
            {
                for (var place = 0; place < some.Length; place++)
                {
                    some[place].Add(row, place);
                }
            });
        }

        return all;
    }

    /// <summary>A profile with what was counted.</summary>
    internal VariableProfile In(VariableProfile profile) => column.Column.Kind switch
    {
        Kind.Number when !IsKey => profile with { Distinct = _numbers.Count, Numbers = Finite(), NotFinite = _numbers.Keys.Any(value => !double.IsFinite(value)) },
        Kind.Number => profile with { Distinct = _texts.Count },
        Kind.Time => profile with { Distinct = _numbers.Count },
        _ => profile with
        {
            Distinct = _texts.Count,
            Texts = [.. _texts.OrderByDescending(text => text.Value).ThenBy(text => text.Key, StringComparer.Ordinal).Take(ColumnMeasures.MostTexts).Select(text => new TextCount(text.Key, text.Value))],
        },
    };

    Sql Shown(Dialect dialect) => column.Column.Kind switch
    {
        Kind.Number when IsKey => dialect.ToText(column.Column.Key), // a double does not tell all of them apart
        Kind.Number => dialect.ToNumber(column.Column.Key),
        Kind.Time => dialect.Epoch(column.Column.Value),
        Kind.Truth => ColumnMeasures.InWords(column.Column).Value,
        _ => column.Column.Value,
    };

    void Add(DbDataReader row, int place)
    {
        if (row.IsDBNull(place))
        {
            return;
        }

        if (IsRead)
        {
            var number = row.GetDouble(place);
            _numbers[number] = _numbers.GetValueOrDefault(number) + 1;
        }
        else
        {
            var text = row.GetString(place);
            _texts[text] = _texts.GetValueOrDefault(text) + 1;
        }
    }

    Frequencies Finite()
    {
        var finite = _numbers.Where(pair => double.IsFinite(pair.Key)).ToList();
        return Frequencies.Counted([.. finite.Select(pair => pair.Key)], [.. finite.Select(pair => pair.Value)]);
    }
}

using System.Data.Common;
using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>The values of one column of few rows, counted while they are read.</summary>
sealed class ValueCounts(ColumnReading column)
{
    const int Chunk = 60; // columns a query

    readonly Dictionary<double, long> _numbers = [];
    readonly Dictionary<string, long> _texts = new(StringComparer.Ordinal);

    /// <summary>Times and the numbers of persons, stays or rows are told apart, not measured.</summary>
    bool IsNumber => column.Column.Kind == Kind.Number && !ColumnMeasures.IsKey(column.Role);

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
        Kind.Number when IsNumber => profile with { Distinct = _numbers.Count, Numbers = Finite(), IsOutOfRange = _numbers.Keys.Any(OutOfRange.Is) },
        Kind.Number or Kind.Time => profile with { Distinct = _texts.Count },
        _ => profile with
        {
            Distinct = _texts.Count,
            Texts = [.. _texts.OrderByDescending(text => text.Value).ThenBy(text => text.Key, StringComparer.Ordinal).Take(ColumnMeasures.MostTexts).Select(text => new TextCount(text.Key, text.Value))],
        },
    };

    Sql Shown(Dialect dialect) => column.Column.Kind switch
    {
        Kind.Number when IsNumber => dialect.ToNumber(column.Column.Key),
        Kind.Number or Kind.Time => dialect.ToText(column.Column.Key), // a double does not tell all of them apart
        Kind.Truth => ColumnMeasures.InWords(column.Column).Value,
        _ => column.Column.Value,
    };

    void Add(DbDataReader row, int place)
    {
        if (row.IsDBNull(place))
        {
            return;
        }

        if (IsNumber)
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
        var finite = _numbers.Where(pair => !OutOfRange.Is(pair.Key)).ToList();
        return Frequencies.Counted([.. finite.Select(pair => pair.Key)], [.. finite.Select(pair => pair.Value)]);
    }
}

using System.Data.Common;
using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>The first values of one column while they are read.</summary>
sealed class ColumnProbe(Column column)
{
    const int MostLetters = 1_000; // of a text; what tells long texts apart comes earlier

    readonly List<double> _numbers = [];
    readonly HashSet<double> _distinctNumbers = [];
    readonly HashSet<string> _distinctTexts = new(StringComparer.Ordinal);
    long _filled;
    long _letters;
    long _sentences;
    long _fractions;
    bool _outOfRange;

    /// <summary>What is read of the column.</summary>
    internal Sql Shown(Dialect dialect) => column.Kind switch
    {
        Kind.Number => dialect.ToNumber(column.Value),
        Kind.Text => $"substr({column.Value}, 1, {MostLetters})",
        Kind.Time or Kind.Truth => dialect.ToText(column.Value),
        _ => $"CASE WHEN {column.Value} IS NOT NULL THEN '' END",
    };

    internal void Add(DbDataReader row, int place)
    {
        if (row.IsDBNull(place))
        {
            return;
        }

        _filled++;
        if (column.Kind == Kind.Number)
        {
            Add(row.GetDouble(place));
        }
        else
        {
            Add(row.GetString(place));
        }
    }

    /// <summary>What the values say.</summary>
    internal ColumnGlimpse Seen(long rows)
    {
        _numbers.Sort();
        var distinct = column.Kind switch { Kind.Number => _distinctNumbers.Count, Kind.Other => 0, _ => _distinctTexts.Count };
        var texts = column.Kind == Kind.Text && _filled > 0;
        return new ColumnGlimpse(
            _outOfRange ? OutOfRange.Guarded(column) : column, rows, _filled, distinct, Quantile(0.05), Quantile(0.5), Quantile(0.95), _fractions,
            texts ? (double)_letters / _filled : 0, texts ? (double)_sentences / rows : 0);
    }

    void Add(double number)
    {
        if (!OutOfRange.Is(number))
        {
            _distinctNumbers.Add(number);
            _numbers.Add(number);
            _fractions += number != Math.Floor(number) ? 1 : 0;
        }
        else
        {
            _outOfRange = true; // NaN, of which Parquet's footers need not tell
            _filled--;
        }
    }

    void Add(string text)
    {
        if (column.Kind == Kind.Time && !Calendar.Writes(text))
        {
            _outOfRange = true;
            _filled--;
            return;
        }

        _distinctTexts.Add(text);
        _letters += text.Length;
        _sentences += text.AsSpan().Count(' ') >= 2 ? 1 : 0;
    }

    /// <summary>Between the two nearest numbers in proportion; NaN without any.</summary>
    double Quantile(double share)
    {
        if (_numbers.Count == 0)
        {
            return double.NaN;
        }

        var place = share * (_numbers.Count - 1);
        var (below, above) = (_numbers[(int)Math.Floor(place)], _numbers[(int)Math.Ceiling(place)]);
        return below + ((above - below) * (place - Math.Floor(place)));
    }
}

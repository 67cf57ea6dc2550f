namespace Anamnesis.Simulation.Rows;

/// <summary>A table of the truth while it is written, row by row, cell by cell in the order of its columns. A cell is eight bytes: a number, a time or the place of a word.</summary>
sealed class TruthTable
{
    /// <summary>Rows of a page at most: as many as the engine takes at a time.</summary>
    internal const int MostRows = 2048;

    /// <summary>A cell without a value: bits that are no number that anything here makes.</summary>
    internal const long Nothing = 0x7FF8_0000_0A4A_4E45;

    readonly TruthColumn[] _columns;
    readonly SparePages _spare;
    readonly Action<long[], int>? _full;
    readonly List<long[]> _pages = [];
    readonly int _rows;
    long[] _page = [];
    long _row;
    int _at;
    int _column;

    /// <summary>A table without rows.</summary>
    /// <param name="columns">With <c>row_id</c> first.</param>
    /// <param name="before">The row id before the first.</param>
    /// <param name="spare">Where its pages come from.</param>
    /// <param name="full">What is done with a page and its number of rows when it is full; null keeps the pages until they are asked for.</param>
    internal TruthTable(IEnumerable<TruthColumn> columns, long before, SparePages spare, Action<long[], int>? full)
    {
        (_columns, _row, _spare, _full) = ([.. columns], before, spare, full);
        _rows = Math.Min(MostRows, SparePages.Cells / _columns.Length);
    }

    internal IReadOnlyList<TruthColumn> Columns => _columns;

    /// <summary>A new row with its id written.</summary>
    internal TruthTable Row()
    {
        if (_page.Length == 0 || _at == _rows * _columns.Length)
        {
            Turn();
        }

        _page[_at++] = ++_row;
        _column = 1;
        return this;
    }

    internal TruthTable AppendValue(long? value) => Append(value ?? Nothing, TruthType.Whole);

    internal TruthTable AppendValue(double? value) => Append(value is { } number ? BitConverter.DoubleToInt64Bits(number) : Nothing, TruthType.Number);

    /// <summary>A time to the microsecond.</summary>
    internal TruthTable AppendValue(DateTime? value) => Append(value is { } moment ? (moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond : Nothing, TruthType.Time);

    internal TruthTable AppendValue(DateOnly? value) => Append(value is { } day ? day.DayNumber - Epoch : Nothing, TruthType.Day);

    internal TruthTable AppendValue(string? value) => Append(value is null ? Nothing : _columns[_column].Words?.Place(value) ?? Nothing, TruthType.Word);

    /// <summary>Checks that the row is whole.</summary>
    internal void EndRow()
    {
        if (_column != _columns.Length)
        {
            throw new InvalidOperationException($"A row of the truth ends before {_columns[_column].Name}.");
        }
    }

    /// <summary>The pages that are not done with yet, each with its number of rows; a page may be used again when the next is asked for. To be asked for once.</summary>
    internal IEnumerable<(long[] Cells, int Rows)> Pages()
    {
        for (var at = 0; at < _pages.Count; at++)
        {
            yield return (_pages[at], _rows);
            _spare.Return(_pages[at]);
        }

        yield return (_page, _at / _columns.Length);
        if (_page.Length > 0)
        {
            _spare.Return(_page);
        }
    }

    static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    TruthTable Append(long cell, TruthType type)
    {
        var column = _columns[_column++];
        if (column.Type != type)
        {
            throw new InvalidOperationException($"{column.Name} of the truth holds {column.Type}, not {type}.");
        }

        if (cell == Nothing)
        {
            column.HasMissing = true;
        }

        _page[_at++] = cell;
        return this;
    }

    void Turn()
    {
        _at = 0;
        if (_page.Length > 0 && _full is not null)
        {
            _full(_page, _rows);
            Array.ForEach(_columns, column => column.Words?.Forget());
            return;
        }

        if (_page.Length > 0)
        {
            _pages.Add(_page);
        }

        _page = _spare.Take();
    }
}

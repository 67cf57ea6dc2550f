using System.Buffers;

namespace Anamnesis.Profiling;

/// <summary>A list that is filled, read and given back: as it grows it leaves no large arrays behind, each of which would make the runtime look through all of its memory.</summary>
/// <typeparam name="T">A number or the like, without references.</typeparam>
sealed class RentedList<T> : IDisposable
    where T : unmanaged
{
    T[] _items = ArrayPool<T>.Shared.Rent(1024);

    internal int Count { get; private set; }

    /// <summary>What was added, until more is added or all is given back.</summary>
    internal Span<T> Items => _items.AsSpan(0, Count);

    internal void Add(T item)
    {
        if (Count == _items.Length)
        {
            var larger = ArrayPool<T>.Shared.Rent(2 * Count);
            Items.CopyTo(larger);
            ArrayPool<T>.Shared.Return(_items);
            _items = larger;
        }

        _items[Count++] = item;
    }

    internal void Clear() => Count = 0;

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(_items);
        (_items, Count) = ([], 0);
    }
}

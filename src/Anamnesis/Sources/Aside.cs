using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Lines that are no records: all are counted, the first of them kept.</summary>
sealed class Aside
{
    const int Kept = 1000;

    const int KeptLetters = 1000;

    readonly List<Rejected> _first = [];

    internal IReadOnlyList<Rejected> First => _first;

    internal long Count { get; private set; }

    internal void Add(Line line, string reason)
    {
        Count++;
        if (_first.Count < Kept)
        {
            _first.Add(new Rejected(line.Number, reason, line.Text.Length > KeptLetters ? line.Text[..KeptLetters] : line.Text));
        }
    }
}

using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Counts the steps from value to value while they are read in the order of patients and times.</summary>
sealed class StepCounts
{
    const int Far = 5; // steps; copying from one sheet to the next does not reach so far
    const int LeastFar = 100; // pairs that far apart, to tell chance by them

    readonly double[] _values = new double[Far];
    long _person;
    int _held;
    double _time;
    long _pairs;
    long _same;
    long _sameTime;
    long _farPairs;
    long _farSame;

    /// <summary>Adds a value to compute with; others are passed over.</summary>
    internal void Add(long person, double time, double value)
    {
        if (OutOfRange.Is(value))
        {
            return;
        }

        if (person != _person)
        {
            (_person, _held) = (person, 0);
        }

        if (_held > 0)
        {
            _pairs++;
            _sameTime += time == _time ? 1 : 0;
            _same += time != _time && value == _values[(_held - 1) % Far] ? 1 : 0;
        }

        if (_held >= Far)
        {
            _farPairs++;
            _farSame += value == _values[_held % Far] ? 1 : 0;
        }

        (_values[_held++ % Far], _time) = (value, time);
    }

    /// <summary>What was counted, of one in so many patients.</summary>
    internal SequenceProfile Seen(int oneIn) => new(_pairs, _same, _sameTime, _farPairs < LeastFar ? double.NaN : (double)_farSame / _farPairs) { OneIn = oneIn };
}

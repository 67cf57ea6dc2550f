using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Anamnesis.Engines;

/// <summary>Does independent things side by side, so that one reads while the engine works for another.</summary>
static class SideBySide
{
    const int Lanes = 2; // the engine itself uses every processor for a large query

    /// <summary>The results in the order of the things; the first failure ends all.</summary>
    internal static IReadOnlyList<TResult> Each<TThing, TResult>(IReadOnlyList<TThing> things, Func<TThing, TResult> of) => Each(things, of, Lanes);

    static TResult[] Each<TThing, TResult>(IReadOnlyList<TThing> things, Func<TThing, TResult> of, int lanes)
    {
        var results = new TResult[things.Count];
        try
        {
            // one by one, not in ranges: things differ much in what they cost
            var places = Partitioner.Create(Enumerable.Range(0, things.Count), EnumerablePartitionerOptions.NoBuffering);
            Parallel.ForEach(places, new ParallelOptions { MaxDegreeOfParallelism = lanes }, place => results[place] = of(things[place]));
        }
        catch (AggregateException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }

        return results;
    }

    /// <summary>All of the things done.</summary>
    internal static void Do(params IReadOnlyList<Action> things) => Do(Lanes, things);

    /// <summary>All of the things done, so many at once: where the engine uses one processor for each.</summary>
    internal static void Do(int lanes, IReadOnlyList<Action> things) => Each(
        things,
        thing =>
        {
            thing();
            return true;
        },
        lanes);
}

using System.Collections.Concurrent;

namespace Anamnesis.Simulation;

/// <summary>The blocks of a clinic, simulated side by side, each processor with an engine of its own, and handed over in their order. Dispose stops those under way.</summary>
sealed class BlockLine : IDisposable
{
    readonly Queue<Task<BlockFiles>> _begun = new();
    readonly ConcurrentStack<BlockEngine> _idle = new();
    readonly CancellationTokenSource _stop;
    readonly Queue<Block> _blocks;
    readonly Func<Block, BlockEngine, BlockFiles> _write;
    readonly int _processors;

    internal BlockLine(ClinicPlan plan, ClinicWriting writing, string folder, CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        (_blocks, _processors) = (new(Block.Of(plan.Patients)), Math.Max(1, writing.Processors));
        var (constants, closed) = (new Constants(), ClosedColumns.Of(plan, Clinic.Acts(plan, plan.Process, (_, query) => $"({query})")));
        _write = (block, engine) => BlockFiles.Write(plan, block, engine, folder, writing, constants, closed, _stop.Token);
    }

    /// <summary>Each when it and all before it are done. As many wait at most as are simulated at a time.</summary>
    internal IEnumerable<BlockFiles> InOrder()
    {
        while (_blocks.Count + _begun.Count > 0)
        {
            while (_blocks.Count > 0 && _begun.Count(block => !block.IsCompleted) < _processors && _begun.Count < 2 * _processors)
            {
                var block = _blocks.Dequeue();
                _begun.Enqueue(Task.Run(() => Simulated(block), CancellationToken.None));
            }

            if (_begun.Peek().IsCompleted)
            {
                yield return _begun.Dequeue().GetAwaiter().GetResult();
            }
            else
            {
                Task.WaitAny([.. _begun.Where(block => !block.IsCompleted)], CancellationToken.None);
            }
        }
    }

    BlockFiles Simulated(Block block)
    {
        var engine = _idle.TryPop(out var used) ? used : new BlockEngine();
        try
        {
            return _write(block, engine);
        }
        finally
        {
            _idle.Push(engine);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        Task.WhenAll(_begun).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        foreach (var engine in _idle)
        {
            engine.Dispose();
        }

        _stop.Dispose();
    }
}

using System.Collections.Concurrent;
using Anamnesis.Engines;

namespace Anamnesis.Simulation;

/// <summary>What is one for the whole clinic, such as a limit of detection: read from the truth of the first block; the others, which ask the same, wait for it.</summary>
sealed class Constants
{
    readonly ConcurrentDictionary<(int Place, string Query), TaskCompletionSource<Sql>> _kept = new();

    internal Sql Of(Dataset clinic, bool first, int place, Sql query)
    {
        var kept = _kept.GetOrAdd((place, query.Text), _ => new TaskCompletionSource<Sql>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (first && !kept.Task.IsCompleted)
        {
            kept.SetResult(clinic.Row(
                $"SELECT CAST(one AS VARCHAR), typeof(one) FROM ({query}) AS asked (one)",
                row => (Sql)$"CAST({row.TextAt(0)} AS {Sql.Raw(row.TextAt(1)!)})")); // a type has a name
        }

        kept.Task.Wait(clinic.Cancellation);
        return kept.Task.Result;
    }
}

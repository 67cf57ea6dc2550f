using System.Collections.Concurrent;
using Anamnesis.Engines;

namespace Anamnesis.Simulation;

/// <summary>What is one for the whole clinic, such as a limit of detection: read from the truth of the first block and kept for the others.</summary>
sealed class Constants
{
    readonly ConcurrentDictionary<(int Place, string Query), Sql> _kept = new();

    internal Sql Of(Dataset clinic, int place, Sql query) => _kept.GetOrAdd((place, query.Text), _ => clinic.Row(
        $"SELECT CAST(one AS VARCHAR), typeof(one) FROM ({query}) AS asked (one)",
        row => (Sql)$"CAST({row.TextAt(0)} AS {Sql.Raw(row.TextAt(1)!)})")); // a type has a name
}

using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>How many patients, and how many rows the busiest has.</summary>
static class PatientMeasures
{
    internal static (long Patients, long Most) Of(Dataset dataset, Table table, Column patient) => dataset.Row(
        $"SELECT count(*), max(n) FROM (SELECT {patient.Key}, count(*) AS n FROM {table.From} WHERE {patient.Key} IS NOT NULL GROUP BY 1) AS patients",
        row => (row.CountAt(0), row.CountAt(1)));
}

using Anamnesis.Examinations;
using Anamnesis.Knowledge;

namespace Anamnesis.Simulation.Accuracy;

/// <summary>Simulates and examines clinics, some at a time.</summary>
static class TrialRun
{
    /// <summary>The outcomes in the order of the clinics, each as soon as it and those before it are there; no more clinics than jobs are in memory.</summary>
    internal static IEnumerable<TrialOutcome> Each(IEnumerable<Trial> trials, int jobs, Weights weights, CancellationToken cancellation)
    {
        var running = new Queue<Task<TrialOutcome>>();
        foreach (var trial in trials)
        {
            while (running.Count >= jobs)
            {
                yield return running.Dequeue().GetAwaiter().GetResult();
            }

            running.Enqueue(Task.Run(() => Of(trial, weights, cancellation), CancellationToken.None));
        }

        while (running.Count > 0)
        {
            yield return running.Dequeue().GetAwaiter().GetResult();
        }
    }

    /// <summary>One clinic: its record is examined as if nothing were known about it, and held against the ledger afterwards.</summary>
    internal static TrialOutcome Of(Trial trial, Weights weights, CancellationToken cancellation)
    {
        using var clinic = Clinic.Open(trial.Plan, cancellation);
        using var record = clinic.Record("clinic");
        var examination = Examiner.Examine(record, new ExaminationOptions { Cancellation = cancellation, Weights = weights });
        var blame = new Blame(clinic, record, examination.Profile);
        return new TrialOutcome(
            trial,
            [.. trial.Plan.Process.Select(one => new Planted(one.Mechanism, one.Severity, blame.Cells(one.Mechanism), one.Site)).Where(planted => planted.Cells > 0)],
            [.. examination.Diagnoses.Select(diagnosis => new TrialFinding(diagnosis, blame.For(diagnosis.Finding), blame.IsNatural(diagnosis.Finding)))],
            examination.Profile.Tables.Sum(table => table.Variables.Count));
    }
}

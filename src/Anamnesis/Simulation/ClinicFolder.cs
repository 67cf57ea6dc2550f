using Anamnesis.Engines;

namespace Anamnesis.Simulation;

/// <summary>Writes a clinic to a folder: <c>record/</c>, <c>truth/</c> and <c>manifest.json</c>.</summary>
/// <remarks>Blocks of patients are simulated side by side and joined in their order, so memory is bounded and the bytes depend on plan and version alone.
/// Everything is written to a folder beside the target, which is renamed at the end: what looks complete is complete.</remarks>
public static class ClinicFolder
{
    /// <summary>Simulates and writes.</summary>
    /// <exception cref="AnamnesisException">The folder is there already, cannot be written, or the disk is full.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind.</exception>
    public static IReadOnlyList<ClinicFile> Write(ClinicPlan plan, ClinicWriting writing, IProgress<Step>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(writing);
        var target = new ClinicTarget(writing);
        try
        {
            var files = Blocks(plan, writing, target.Unfinished, progress, cancellation);
            ClinicManifest.Write(Path.Combine(target.Unfinished, ClinicManifest.Name), plan, writing, files);
            cancellation.ThrowIfCancellationRequested();
            target.Finish();
            return files;
        }
        catch (Exception failure) when (ClinicTarget.Refusal(failure) is not null)
        {
            throw target.Refused(failure);
        }
        finally
        {
            target.Dispose();
        }
    }

    static IReadOnlyList<ClinicFile> Blocks(ClinicPlan plan, ClinicWriting writing, string folder, IProgress<Step>? progress, CancellationToken cancellation)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var join = new ClinicJoin(folder, plan.Style);
        var (constants, closed) = (new Constants(), ClosedColumns.Of(plan, Clinic.Acts(plan, plan.Process, (_, query) => $"({query})")));
        var waiting = new Queue<Task<BlockFiles>>();
        var (done, most) = (0, Math.Max(1, writing.Processors) + 1); // one more, so that joining keeps nobody waiting
        try
        {
            foreach (var block in Block.Of(plan.Patients))
            {
                while (waiting.Count >= most)
                {
                    Join();
                }

                waiting.Enqueue(Task.Run(() => BlockFiles.Write(plan, block, folder, writing, constants, closed, failed.Token), CancellationToken.None));
            }

            while (waiting.Count > 0)
            {
                Join();
            }
        }
        finally
        {
            failed.Cancel();
            Task.WhenAll(waiting).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }

        return join.Finish();

        void Join()
        {
            var block = waiting.Dequeue().GetAwaiter().GetResult();
            join.Append(block);
            done += block.Patients;
            progress?.Report(new Step($"{done:N0} of {plan.Patients:N0} patients", (double)done / plan.Patients));
        }
    }
}

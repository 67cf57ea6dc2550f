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
        using var join = new ClinicJoin(folder, plan);
        using var line = new BlockLine(plan, writing, folder, cancellation);
        var done = 0;
        foreach (var block in line.InOrder())
        {
            join.Append(block);
            done += block.Patients;
            progress?.Report(new Step($"{done:N0} of {plan.Patients:N0} patients", (double)done / plan.Patients));
        }

        return join.Finish();
    }
}

using System.Data.Common;

namespace Anamnesis.Simulation;

/// <summary>The folder to be written: made beside its place under another name, and renamed when it is whole.</summary>
sealed class ClinicTarget : IDisposable
{
    static readonly string[] Words = ["no space", "could not write", "cannot open file", "io error"];

    readonly string _folder;

    internal ClinicTarget(ClinicWriting writing)
    {
        _folder = Path.GetFullPath(writing.Folder).TrimEnd(Path.DirectorySeparatorChar);
        if (File.Exists(_folder) || (Directory.Exists(_folder) && Directory.EnumerateFileSystemEntries(_folder).Any()))
        {
            if (!File.Exists(Path.Combine(_folder, ClinicManifest.Name)))
            {
                throw new AnamnesisException($"'{writing.Folder}' is there already and is no simulated clinic: it is not touched. Name another folder with --out.");
            }

            if (!writing.Force)
            {
                throw new AnamnesisException($"'{writing.Folder}' holds a clinic already. Name another folder with --out, or add --force to replace it.");
            }
        }

        Unfinished = $"{_folder}.unfinished-{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(Path.Combine(Unfinished, "record"));
            Directory.CreateDirectory(Path.Combine(Unfinished, "truth"));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new AnamnesisException($"'{writing.Folder}' cannot be written: {refused.Message} Name a folder of your own with --out.", refused);
        }
    }

    /// <summary>Where to write until everything is there.</summary>
    internal string Unfinished { get; }

    /// <summary>Gives it its name; a clinic that was there is deleted when the new one is in its place.</summary>
    internal void Finish()
    {
        var before = $"{_folder}.replaced-{Environment.ProcessId}";
        if (Directory.Exists(_folder))
        {
            Directory.Move(_folder, before);
        }

        Directory.Move(Unfinished, _folder);
        if (Directory.Exists(before))
        {
            Directory.Delete(before, recursive: true);
        }
    }

    /// <summary>What went wrong when the disk is full or may not be written, else null.</summary>
    internal static string? Refusal(Exception failure) => failure switch
    {
        IOException or UnauthorizedAccessException => failure.Message,
        InvalidOperationException { InnerException: DbException engine } when Words.Any(word => engine.Message.Contains(word, StringComparison.OrdinalIgnoreCase)) => engine.Message.Split('\n')[0],
        _ => null,
    };

    /// <summary>The error for the user.</summary>
    internal AnamnesisException Refused(Exception failure) =>
        new($"The clinic could not be written to '{_folder}': {Refusal(failure)} Nothing is left behind. Make room on the disk or name another folder with --out.", failure);

    public void Dispose()
    {
        if (Directory.Exists(Unfinished))
        {
            Directory.Delete(Unfinished, recursive: true);
        }
    }
}

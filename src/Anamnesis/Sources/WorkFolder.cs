namespace Anamnesis.Sources;

/// <summary>A private folder for what is unpacked, transcoded or spilled; deleted when disposed.</summary>
sealed class WorkFolder(string? parent) : IDisposable
{
    static int _opened;

    int _files;

    internal string Path { get; } = parent is null ? Directory.CreateTempSubdirectory("anamnesis-").FullName : Within(parent);

    internal string NewFile(string extension) => System.IO.Path.Combine(Path, $"file{_files++}{extension}");

    internal string NewFolder() => Directory.CreateDirectory(System.IO.Path.Combine(Path, $"folder{_files++}")).FullName;

    // two openings of one process, even at the same moment, must not share a folder: the first to close would delete the other's files
    static string Within(string parent)
    {
        try
        {
            return Directory.CreateDirectory(System.IO.Path.Combine(parent, $"anamnesis-{Environment.ProcessId}-{Interlocked.Increment(ref _opened)}-{Environment.TickCount64}")).FullName;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new AnamnesisException($"The folder for spilling '{parent}' cannot be written to: {refused.Message} Name another one with --spill.", refused);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}

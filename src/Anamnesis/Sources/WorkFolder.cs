namespace Anamnesis.Sources;

/// <summary>A private folder for what is unpacked, transcoded or spilled; deleted when disposed.</summary>
sealed class WorkFolder(string? parent) : IDisposable
{
    int _files;

    internal string Path { get; } = parent is null
        ? Directory.CreateTempSubdirectory("anamnesis-").FullName
        : Directory.CreateDirectory(System.IO.Path.Combine(parent, $"anamnesis-{Environment.ProcessId}-{Environment.TickCount64}")).FullName;

    internal string NewFile(string extension) => System.IO.Path.Combine(Path, $"file{_files++}{extension}");

    internal string NewFolder() => Directory.CreateDirectory(System.IO.Path.Combine(Path, $"folder{_files++}")).FullName;

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}

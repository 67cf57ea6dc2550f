namespace Anamnesis;

/// <summary>A folder that is deleted at the end of a test.</summary>
sealed class TempFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("anamnesis-test-").FullName;

    internal string File(string name, string text)
    {
        var path = At(name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    internal string File(string name, byte[] bytes)
    {
        var path = At(name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    internal string At(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!); // a file in a folder
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

namespace Anamnesis.House;

/// <summary>The files of this repository that people wrote.</summary>
static class Sources
{
    static readonly string[] Written = [".cs", ".md", ".yaml", ".css", ".props", ".csproj", ".slnx", ".json", ".txt", ".csv", ""];
    static readonly string[] Made = ["/bin/", "/obj/", "/artifacts/", "/.git/"];

    /// <summary>C# below a folder.</summary>
    internal static IEnumerable<SourceFile> Below(string folder) => All(folder).Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>Everything that is text.</summary>
    internal static IEnumerable<SourceFile> All(string folder = ".") =>
        Directory.EnumerateFiles(Path.Combine(Shared.Root(), folder), "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(Shared.Root(), path).Replace('\\', '/')))
            .Where(file => file.Name != ".git" && !Made.Any(("/" + file.Name).Contains) && Written.Contains(Path.GetExtension(file.Path)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new SourceFile(file.Name, File.ReadAllText(file.Path)));
}

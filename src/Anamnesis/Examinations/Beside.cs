namespace Anamnesis.Examinations;

/// <summary>Files that lie beside the data: in the folder itself, or in the folder of a single file.</summary>
static class Beside
{
    /// <summary>The path of a file of that name beside the address, or null when there is none or the address is no path.</summary>
    public static string? Find(string address, string name)
    {
        var folder = Folder(address);
        var path = folder is null ? null : Path.Combine(folder, name);
        return File.Exists(path) ? path : null;
    }

    /// <summary>The folder of the data, or null when the address is no path.</summary>
    public static string? Folder(string address) =>
        Directory.Exists(address) ? address : File.Exists(address) ? Path.GetDirectoryName(Path.GetFullPath(address)) : null;
}

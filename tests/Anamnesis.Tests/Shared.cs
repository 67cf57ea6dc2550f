namespace Anamnesis;

/// <summary>Data and suites that others made, beside the project; tests that need them are skipped loudly where they are absent.</summary>
static class Shared
{
    internal static string Path(string relative)
    {
        var root = Environment.GetEnvironmentVariable("ANAMNESIS_SHARED");
        Assert.SkipWhen(string.IsNullOrEmpty(root), "ANAMNESIS_SHARED is not set: it names the folder with data/ and suites/");
        var path = System.IO.Path.Combine(root, relative);
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"'{path}' is not there");
        return path;
    }

    /// <summary>The root of this repository, found from the place of the test binaries.</summary>
    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Anamnesis.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the repository was not found above the test binaries");
    }
}

namespace Anamnesis.Cli;

/// <summary>Where the real data sets lie that some benchmarks need: they are not part of this program.</summary>
static class RealSets
{
    /// <summary>The folder <c>data</c> of <c>ANAMNESIS_SHARED</c>, by default beside the repository.</summary>
    internal static string Folder => Path.Combine(Environment.GetEnvironmentVariable("ANAMNESIS_SHARED") ?? "../shared", "data");

    /// <summary>A file of the repository that says what a person found in the data sets.</summary>
    /// <exception cref="AnamnesisException">The file or the data sets are not there.</exception>
    internal static string Known(string file, string what)
    {
        var path = File.Exists(file) ? file : Path.Combine(Environment.GetEnvironmentVariable("ANAMNESIS_HOME") ?? ".", file);
        return Directory.Exists(Folder) && File.Exists(path)
            ? path
            : throw new AnamnesisException(
                $"The data sets are expected in '{Path.GetFullPath(Folder)}' and the {what} in '{Path.GetFullPath(path)}'. Set ANAMNESIS_SHARED and run it from the root of the repository.");
    }
}

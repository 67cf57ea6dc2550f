namespace Anamnesis.Cli;

/// <summary>Files of the repository that benchmarks and training need; they are not part of the program.</summary>
static class Repository
{
    /// <summary>A file, from the root of the repository or from <c>ANAMNESIS_HOME</c>.</summary>
    /// <exception cref="AnamnesisException">It is not there.</exception>
    internal static string File(string file, string what)
    {
        var path = System.IO.File.Exists(file) ? file : Path.Combine(Environment.GetEnvironmentVariable("ANAMNESIS_HOME") ?? ".", file);
        return System.IO.File.Exists(path)
            ? path
            : throw new AnamnesisException($"The {what} are expected in '{Path.GetFullPath(path)}'. Run it from the root of the repository, or set ANAMNESIS_HOME to it.");
    }
}

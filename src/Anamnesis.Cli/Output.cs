namespace Anamnesis.Cli;

/// <summary>Writes a report so that it is there whole or not at all.</summary>
static class Output
{
    /// <summary>Makes sure that a report can be written there, before an examination is spent on it.</summary>
    /// <exception cref="AnamnesisException">It cannot.</exception>
    internal static void Prepare(string path) => Attempt(path, half => File.WriteAllText(half, string.Empty), File.Delete);

    /// <summary>Writes beside the target and moves, so that an interruption leaves no half of a report.</summary>
    internal static void Write(string path, string text) => Attempt(path, half => File.WriteAllText(half, text), half => File.Move(half, Path.GetFullPath(path), overwrite: true));

    static void Attempt(string path, Action<string> write, Action<string> finish)
    {
        var full = Path.GetFullPath(path);
        var half = full + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!); // a full path has a folder
            write(half);
            finish(half);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(half))
            {
                File.Delete(half);
            }

            throw new AnamnesisException($"'{path}' cannot be written: {failure.Message} Choose another place or make room.", failure);
        }
    }

    /// <summary>The file an address is written to: <c>folder.json</c> for a folder, <c>folder__stem.json</c> for a file in it.</summary>
    internal static string FileName(string address)
    {
        if (Directory.Exists(address))
        {
            return Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(address))) + ".json";
        }

        if (!File.Exists(address))
        {
            return string.Concat(address.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-') + ".json";
        }

        var full = Path.GetFullPath(address);
        return $"{Path.GetFileName(Path.GetDirectoryName(full))}__{Path.GetFileNameWithoutExtension(full)}.json";
    }
}

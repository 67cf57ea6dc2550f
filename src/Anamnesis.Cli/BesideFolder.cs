using System.CommandLine;

namespace Anamnesis.Cli;

/// <summary>The option <c>--beside</c>: where <c>anamnesis.yaml</c> and <c>answers.yaml</c> lie when it is not the folder of the data.</summary>
static class BesideFolder
{
    internal static Option<string?> Option() => new("--beside")
    {
        HelpName = "folder",
        Description = "where anamnesis.yaml and answers.yaml lie; the folder of the data when not given",
    };

    /// <summary>The folder, checked; null when none was named.</summary>
    internal static string? Of(string? folder) => folder is null || Directory.Exists(folder)
        ? folder
        : throw new AnamnesisException($"There is no folder '{folder}'. --beside expects the folder where anamnesis.yaml and answers.yaml lie; make it first.");
}

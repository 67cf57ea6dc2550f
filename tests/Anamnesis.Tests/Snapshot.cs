using System.Runtime.CompilerServices;

namespace Anamnesis;

/// <summary>Compares a text with an approved one beside the test; <c>APPROVE=1 ./test</c> accepts what is new.</summary>
static class Snapshot
{
    internal static void Match(string text, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var approved = Path.Combine(Shared.Root(), "tests/Anamnesis.Tests", Path.GetFileName(Path.GetDirectoryName(file)!), $"{Path.GetFileNameWithoutExtension(file)}.{test}.approved.txt"); // a test is in a folder
        var now = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(approved, now);
        }

        Assert.True(File.Exists(approved), $"'{approved}' is missing; APPROVE=1 writes it");
        Assert.Equal(File.ReadAllText(approved), now);
    }
}

using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Knowledge;

/// <summary>YAML that a person wrote.</summary>
static class WrittenYaml
{
    const int Deepest = 50; // our files have five levels; thousands take up the stack

    /// <summary>The root of a text; null when it says nothing.</summary>
    /// <param name="path">The file, as it is named in errors.</param>
    /// <param name="text">What stands in it.</param>
    /// <exception cref="AnamnesisException">It is no YAML, too deep, or points to itself; the message names the line.</exception>
    internal static YamlNode? Root(string path, string text)
    {
        try
        {
            Check(path, text);
            var yaml = new YamlStream();
            using var reader = new StringReader(text);
            yaml.Load(reader);
            return yaml.Documents.Count == 0 || yaml.Documents[0].RootNode is YamlScalarNode { Value: null or "" } ? null : yaml.Documents[0].RootNode;
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException)
        {
            var line = broken is YamlException { Start.Line: var told } ? $", line {told}" : string.Empty; // where the reader itself gave up it does not tell
            throw new AnamnesisException($"'{path}'{line}: this is no YAML: {broken.Message} Mend the line or move the file away.", broken);
        }
    }

    // before the tree is built: one that is too deep, or holds itself, ends the process when it is walked through
    static void Check(string path, string text)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease; // just moved
            if (parser.Current is AnchorAlias alias)
            {
                throw new AnamnesisException($"'{path}', line {alias.Start.Line}: this is no YAML that is read here: '*{alias.Value}' stands for another place of the file. Write out what is meant.");
            }

            if (depth > Deepest)
            {
                throw new AnamnesisException($"'{path}', line {parser.Current.Start.Line}: lists and maps stand in each other more than {Deepest} deep. Expected a few levels; mend the brackets of the line or move the file away.");
            }
        }
    }
}

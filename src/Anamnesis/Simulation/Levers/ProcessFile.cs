using Anamnesis.Knowledge;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Simulation.Levers;

/// <summary>The form of <c>clinic.yaml</c>: <c>begin</c>, <c>levers</c> and <c>mechanisms</c>. Every error names the line, and the nearest known word.</summary>
static class ProcessFile
{
    static readonly string[] Keys = ["begin", "levers", "mechanisms"];

    /// <summary>Reads a file for a clinic of those years.</summary>
    /// <exception cref="AnamnesisException">It cannot be read, or says something that cannot be.</exception>
    internal static ClinicProcess Read(string path, int firstYear, int lastYear)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new AnamnesisException($"'{path}' cannot be read: {closed.Message} Name a clinic.yaml, or leave --process away for the usual clinic.", closed);
        }

        return Parse(text, new ProcessWords(path, firstYear, lastYear));
    }

    internal static ClinicProcess Parse(string text, ProcessWords words)
    {
        if (WrittenYaml.Root(words.Path, text) is not { } written)
        {
            return ClinicProcess.Usual;
        }

        var root = words.Map(written, "expected 'levers:', 'mechanisms:' or 'begin:'.");
        words.Know(root, Keys);
        var process = words.Text(root, "begin") switch
        {
            null or { Value: "usual" } => ClinicProcess.Usual,
            { Value: "clean" } => ClinicProcess.Clean,
            var other => throw words.Wrong(other, $"begin is '{other.Value}'. Expected usual or clean."),
        };
        if (root.Children.TryGetValue("levers", out var levers) && levers is not YamlScalarNode { Value: null or "" })
        {
            var map = words.Map(levers, "levers: expected one a line, as in 'interface-outage: {site: River, from: 2021-11-03, to: 2021-11-08}'.");
            process = map.Children.Aggregate(process, (so, one) => Moved(so, (YamlScalarNode)one.Key, one.Value, words));
        }

        return root.Children.TryGetValue("mechanisms", out var added) && added is not YamlScalarNode { Value: null or "" } ? process with { Added = [.. ProcessWords.List(added).Select(words.Distortion)] } : process;
    }

    /// <summary>The process with one lever as it is told.</summary>
    internal static ClinicProcess Moved(ClinicProcess process, YamlScalarNode key, YamlNode value, ProcessWords words)
    {
        var lever = words.Lever(key);
        if (value is YamlScalarNode { Value: "off" or "no" or "false" })
        {
            return process.With(lever, []);
        }

        var told = value is YamlScalarNode { Value: "on" or "yes" or "true" }
            ? [(value, lever.Usual.Count > 0 ? lever.Usual[0] : new LeverSetting(lever.Strength))]
            : ProcessWords.List(value).Select(node => (node, Setting: words.Setting(node, lever))).ToList();
        var settings = value is YamlScalarNode && told is [var (_, usual)] && lever.Usual.Count > 0 && usual == lever.Usual[0] ? lever.Usual : [.. told.Select(one => one.Item2)];
        for (var later = 1; later < told.Count; later++)
        {
            for (var sooner = 0; sooner < later; sooner++)
            {
                if (told[later].Item2.Overlaps(told[sooner].Item2))
                {
                    throw words.Wrong(told[later].Item1, $"{lever.Id} overlaps with line {told[sooner].Item1.Start.Line} ({told[sooner].Item2}). Give places or periods that do not meet.");
                }
            }
        }

        return process.With(lever, settings);
    }
}

using Anamnesis.Mechanisms;
using Anamnesis.Simulation.Levers;
using Anamnesis.Simulation.Styles;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Simulation;

/// <summary>Addresses of simulated clinics: <c>clinic:?seed=1&amp;patients=2000&amp;wide=yes&amp;process=clinic.yaml&amp;interface-outage=off</c>.</summary>
static class ClinicAddress
{
    static readonly string[] Keys = ["seed", "patients", "years", "wide", "style", "mechanisms", "process"];

    internal static ClinicPlan Parse(string address)
    {
        var plan = new ClinicPlan(1, 2000, []);
        List<(string Key, string Value)> moved = [];
        string? process = null;
        foreach (var part in address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = part.Split('=', 2) is [var k, var v] ? (k, v) : (part, string.Empty);
            if (key == "process")
            {
                process = value;
            }
            else if (Catalogue.All.Any(lever => lever.Id == key))
            {
                moved.Add((key, value));
            }
            else
            {
                plan = Set(plan, key, value, address);
            }
        }

        return process is null && moved.Count == 0 ? plan : plan with { Levers = Moved(plan, process, moved, address) };
    }

    static ClinicPlan Set(ClinicPlan plan, string key, string value, string address)
    {
        switch (key)
        {
            case "seed":
                return plan with { Seed = ClinicPlan.Whole(key, value, 0, int.MaxValue) };
            case "patients":
                return plan with { Patients = ClinicPlan.Whole(key, value, 1, ClinicPlan.MostPatients) };
            case "years":
                var (first, last) = ClinicPlan.Years(value);
                return plan with { FirstYear = first, LastYear = last };
            case "wide":
                return plan with { Wide = value is "yes" or "" || (value == "no" ? false : throw new AnamnesisException($"wide is '{value}'. Expected yes or no.")) };
            case "style":
                return plan with { Style = NamingStyle.Find(value) };
            case "mechanisms":
                return plan with { Distortions = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Acting)] };
            default:
                throw new AnamnesisException(
                    $"'{key}' is not known in '{address}'. Expected {string.Join(", ", Keys)} or a lever; nearest: {Nearest.To(key, [.. Keys, .. Catalogue.All.Select(lever => lever.Id)])[0]}.");
        }
    }

    /// <summary><c>process=usual</c>, <c>clean</c> or a file; then single levers, as in <c>bedside-tablets=ward:N-internal,from:2019-03-01</c>.</summary>
    static ClinicProcess Moved(ClinicPlan plan, string? process, List<(string Key, string Value)> moved, string address)
    {
        var words = new ProcessWords(address, plan.FirstYear, plan.LastYear);
        var begun = ClinicProcess.Read(process, plan);
        return moved.Aggregate(begun, (so, one) => ProcessFile.Moved(so, new YamlScalarNode(one.Key), Node(one.Value), words));
    }

    static YamlNode Node(string value) => value.Contains(':', StringComparison.Ordinal)
        ? new YamlMappingNode(value.Split(',').Select(part => part.Split(':', 2)).Select(part => new KeyValuePair<YamlNode, YamlNode>(part[0], part.Length > 1 ? part[1] : string.Empty)))
        : new YamlScalarNode(value.Length == 0 ? "on" : value);

    static (string, double) Acting(string text)
    {
        var (id, severity) = text.Split(':', 2) is [var a, var b] ? (a, Number("severity", b)) : (text, 0.3);
        return Catalog.Of<IMechanism>().Any(mechanism => mechanism.Id == id)
            ? (id, severity)
            : throw new AnamnesisException($"There is no mechanism '{id}'. Nearest: {string.Join(", ", Nearest.To(id, Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id)))}.");
    }

    static double Number(string key, string text) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1
            ? number
            : throw new AnamnesisException($"{key} is '{text}'. Expected a number from 0 to 1.");
}

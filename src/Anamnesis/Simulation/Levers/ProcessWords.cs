using System.Globalization;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Simulation.Levers;

/// <summary>The words of <c>clinic.yaml</c>, each read with its line.</summary>
sealed class ProcessWords(string path, int firstYear, int lastYear)
{
    static readonly string[] LeverKeys = ["strength", "site", "ward", "from", "to"];
    static readonly string[] MechanismKeys = ["mechanism", .. LeverKeys];

    internal string Path => path;

    internal Lever Lever(YamlScalarNode key)
    {
        var lever = Catalogue.All.FirstOrDefault(lever => lever.Id == key.Value)
            ?? throw Wrong(key, $"there is no lever '{key.Value}'. Nearest: {string.Join(", ", Nearest.To(key.Value ?? string.Empty, Catalogue.All.Select(lever => lever.Id)))}. 'anamnesis levers' lists them.");
        return Catalogue.Moves(lever) ? lever
            : throw Wrong(key, $"'{lever.Id}' cannot be moved in this version: it works by {string.Join(", ", lever.Brings.Select(one => one.Mechanism))}, which it does not simulate yet. Leave it away.");
    }

    internal LeverSetting Setting(YamlNode node, Lever lever)
    {
        if (node is YamlScalarNode alone)
        {
            return new LeverSetting(Strength(alone));
        }

        var map = Map(node, $"{lever.Id}: expected on, off, a strength, or keys such as 'site: River'.");
        Know(map, LeverKeys);
        if (lever.Ends && Text(map, "to") is { } to)
        {
            throw Wrong(to, $"{lever.Id} has no end: 'from' is the day of the change, its effect is what was before. Leave 'to' away.");
        }

        return Read(map, lever.Strength);
    }

    internal Distortion Distortion(YamlNode node)
    {
        var map = Map(node, "mechanisms: expected keys such as 'mechanism: unit-mixture'.");
        Know(map, MechanismKeys);
        var id = Text(map, "mechanism") ?? throw Wrong(map, "'mechanism' is missing.");
        var known = Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id).ToList();
        if (!known.Contains(id.Value!)) // texts are not empty
        {
            throw Wrong(id, $"there is no mechanism '{id.Value}'{(Pages.Find(id.Value!) is null ? string.Empty : " that can be simulated")}. Nearest: {string.Join(", ", Nearest.To(id.Value!, known))}."); // texts are not empty
        }

        var setting = Read(map, 0.3);
        return new Distortion(id.Value!, setting.Strength) { Site = setting.Ward is null ? setting.Site : null, Ward = setting.Ward, From = setting.From, To = setting.To }; // texts are not empty
    }

    LeverSetting Read(YamlMappingNode map, double strength)
    {
        var site = Named(map, "site", Sites.All.Select(one => one.Name));
        var ward = Named(map, "ward", Sites.All.Where(one => site is null || one.Name == site).SelectMany(one => one.AllWards));
        var (from, to) = (Day(map, "from"), Day(map, "to"));
        if (from is not null && to is not null && from >= to)
        {
            throw Wrong(Text(map, "to") ?? (YamlNode)map, $"it ends on {to:yyyy-MM-dd}, not after it begins on {from:yyyy-MM-dd}.");
        }

        return new LeverSetting(Text(map, "strength") is { } told ? Strength(told) : strength) { Site = site, Ward = ward, From = from, To = to };
    }

    double Strength(YamlScalarNode told) =>
        double.TryParse(told.Value, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1 ? number
        : throw Wrong(told, $"strength is '{told.Value}'. Expected a number above 0 and not above 1; to switch a lever off write 'off'.");

    string? Named(YamlMappingNode map, string key, IEnumerable<string> known)
    {
        if (Text(map, key) is not { } told)
        {
            return null;
        }

        var names = known.ToList();
        return names.Contains(told.Value!) ? told.Value // texts are not empty
            : throw Wrong(told, $"there is no {key} '{told.Value}'. Nearest: {string.Join(", ", Nearest.To(told.Value!, names))}."); // texts are not empty
    }

    DateTime? Day(YamlMappingNode map, string key)
    {
        if (Text(map, key) is not { } told)
        {
            return null;
        }

        var day = DateTime.TryParseExact(told.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
            : throw Wrong(told, $"{key} is '{told.Value}'. Expected a day such as 2021-11-03.");
        return day < new DateTime(firstYear, 1, 1) || day > new DateTime(lastYear + 1, 1, 1)
            ? throw Wrong(told, $"{key} is {told.Value}, and the clinic's record goes from {firstYear} to {lastYear}: it would change nothing.") : day;
    }

    internal YamlMappingNode Map(YamlNode node, string expected) => node as YamlMappingNode ?? throw Wrong(node, expected);

    internal static IEnumerable<YamlNode> List(YamlNode node) => node is YamlSequenceNode list ? list.Children : [node];

    internal YamlScalarNode? Text(YamlMappingNode map, string key) => !map.Children.TryGetValue(key, out var node) ? null
        : node is YamlScalarNode { Value.Length: > 0 } text ? text : throw Wrong(node, $"'{key}' is empty or no single word.");

    internal void Know(YamlMappingNode map, IReadOnlyList<string> keys)
    {
        foreach (var key in map.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } word } || !keys.Contains(word)))
        {
            throw Wrong(key, $"'{key}' is not known. Did you mean '{Nearest.To(key.ToString(), keys)[0]}'? Expected: {string.Join(", ", keys)}.");
        }
    }

    internal AnamnesisException Wrong(YamlNode at, string what) => new($"'{path}', line {at.Start.Line}: {what}");
}

namespace Anamnesis.Simulation.Care;

/// <summary>Who is on duty, and in which language a document is written.</summary>
static class Roster
{
    /// <summary>The shift of a moment: day from 7, evening from 15, night from 22.</summary>
    internal static string Shift(DateTime moment) => moment.Hour switch
    {
        >= 7 and < 15 => "day",
        >= 15 and < 22 => "evening",
        _ => "night",
    };

    /// <summary>One of the nurses on duty: four by day, two at night, other people from week to week.</summary>
    internal static string Nurse(string ward, DateTime moment, int draw)
    {
        var night = moment.Hour is >= 22 or < 7;
        var week = (int)(moment.Ticks / (TimeSpan.TicksPerDay * 7));
        var place = ((week * (night ? 3 : 5)) + (draw % (night ? 2 : 4))) % 14;
        return Names[ward][place];
    }

    static readonly IReadOnlyDictionary<string, string[]> Names = Sites.All.SelectMany(site => site.AllWards)
        .ToDictionary(ward => ward, ward => Enumerable.Range(1, 14).Select(number => $"{ward[..1]}{char.ToUpperInvariant(ward[2])}{number:00}").ToArray(), StringComparer.Ordinal);

    internal static string Physician(string site, int number) => $"{site[..1]}-dr-{number}";

    internal static bool Polish(Site site, Person person, long key) => Draw.For(person.Seed, "language", key).Chance(site.Polish);
}

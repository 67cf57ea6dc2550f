namespace Anamnesis.Simulation.Care;

/// <summary>ECGs: numbers and statement by the cart, two in three over-read.</summary>
static class Ecgs
{
    internal static void Append(int seed, Stay stay, TruthTables tables)
    {
        var draw = Draw.For(seed, "ecg", stay.Id);
        Row(stay.Id, stay.Person, stay.Site, stay.Admitted.AddSeconds(300 + Math.Floor(2400 * draw.Uniform())), stay.Emergency ? 0.5 + stay.Acute : 0, tables, ref draw);
        if (stay.Days > 3 && draw.Chance(0.4))
        {
            Row(stay.Id, stay.Person, stay.Site, stay.Discharged.Date.AddDays(-1).AddSeconds(28_800 + Math.Floor(21_600 * draw.Uniform())), 0, tables, ref draw);
        }
    }

    internal static void Row(long? stay, Person person, string site, DateTime taken, double acute, TruthTables tables, ref Draw draw)
    {
        var fibrillation = person.Fibrillation && draw.Chance(0.75);
        var paced = person.Device && draw.Chance(0.25);
        var rate = Math.Round(Math.Clamp(draw.Normal((fibrillation ? 84 : 70) + (6 * Math.Max(0, acute)), fibrillation ? 17 : 11), 38, 190));
        var qrs = Math.Round(Math.Max(66, paced ? draw.Normal(165, 20) : person.BundleBlock ? draw.Normal(156, 16) : draw.Normal(98, 11)));
        var qt = Math.Round(Math.Clamp(draw.Normal(418, 18) + (0.3 * (qrs - 98)), 360, 560) * Math.Sqrt(60 / rate));
        var rhythm = paced ? "paced" : fibrillation ? "atrial fibrillation" : "sinus rhythm";
        var (axis, reader) = (Math.Round(Math.Clamp(draw.Normal(person.BundleBlock ? -25 : 20, 35), -120, 170)), draw.Chance(0.6) ? Roster.Physician(site, draw.Whole(1, 9)) : null);
        tables.Row("ecgs").AppendValue(stay).AppendValue(person.Id).AppendValue(site).AppendValue($"{site[..1]}-cart-{draw.Whole(1, 4)}").AppendValue($"{site[..1]}-tech-{draw.Whole(1, 5)}").AppendValue(taken)
            .AppendValue(rate).AppendValue(fibrillation || paced ? (double?)null : Math.Round(draw.Normal(172, 24))).AppendValue(qrs).AppendValue(qt).AppendValue(Math.Round(qt / Math.Cbrt(60 / rate)))
            .AppendValue(axis).AppendValue(rhythm).AppendValue(Statement(rhythm, person, qrs)).AppendValue(reader is null ? "automatic" : "over-read").AppendValue(reader).EndRow();
    }

    static string Statement(string rhythm, Person person, double qrs)
    {
        var block = rhythm != "paced" && person.BundleBlock && qrs > 130 ? ", LBBB" : string.Empty;
        return rhythm + block + (person.Infarction ? ", old inferior infarct" : string.Empty);
    }
}

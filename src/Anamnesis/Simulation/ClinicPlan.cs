using Anamnesis.Simulation.Levers;
using Anamnesis.Simulation.Styles;

namespace Anamnesis.Simulation;

/// <summary>Which clinic: how many patients, from which seed, and which mechanisms act on its record.</summary>
/// <param name="Seed">Same seed and version, same bytes.</param>
/// <param name="Patients">How many, at least 1.</param>
/// <param name="Distortions">Mechanism ids with their severity in [0, 1], in the order in which they act; those of verdict reality act first.</param>
public sealed record ClinicPlan(int Seed, int Patients, IReadOnlyList<(string Mechanism, double Severity)> Distortions)
{
    internal const int MostPatients = 200_000; // of a clinic in memory
    const int MostWritten = 10_000_000;
    const int EarliestYear = 1990;
    const int LatestYear = 2100;

    /// <summary>The first year of the record.</summary>
    public int FirstYear { get; init; } = 2016;

    /// <summary>The last year of the record.</summary>
    public int LastYear { get; init; } = 2023;

    /// <summary>Whether the tables beyond the five of a small clinic are there: transfers, visits, ECG, drugs, codes, notes, telemonitoring, registry of deaths.</summary>
    public bool Wide { get; init; }

    internal IReadOnlyList<ClinicTable> Tables => Wide ? ClinicTables.All : ClinicTables.Core;

    /// <summary>How the record names things.</summary>
    public NamingStyle Style { get; init; } = NamingStyle.English;

    /// <summary>How the levers of the documentation process stand; null where <see cref="Distortions"/> alone act.</summary>
    public ClinicProcess? Levers { get; init; }

    /// <summary>The mechanisms at work, where and when: what follows from the levers, then <see cref="Distortions"/>, which act everywhere and always.</summary>
    public IReadOnlyList<Distortion> Process
    {
        get => field ?? [.. (Levers?.Distortions() ?? []).Where(InTime), .. Everywhere(Distortions)];
        init;
    }

    bool InTime(Distortion one) => (one.From ?? DateTime.MinValue) < new DateTime(LastYear + 1, 1, 1) && (one.To ?? DateTime.MaxValue) > new DateTime(FirstYear, 1, 1);

    /// <summary>What <c>demo</c> shows: the four kinds of absent, and every verdict but de-identification.</summary>
    public static ClinicPlan Demo { get; } = new(1, 2000,
    [
        ("selective-ordering-by-severity", 0.5), ("not-applicable-by-design", 1), ("panel-co-ordering", 0.4), ("paper-only-result", 0.4), ("form-field-introduced-or-retired", 1),
        ("unit-mixture", 0.9), ("terminal-digit-preference", 0.6), ("batch-charting-round-times", 0.5), ("interface-outage-gap", 0.5), ("interface-resend-duplicate", 0.1),
        ("timestamp-role-confusion", 0.1), ("keying-error", 0.3), ("date-only-and-placeholder-dates", 0.5), ("form-default-accepted", 0.5),
    ]);

    /// <summary>Reads <c>clinic:?seed=1&amp;patients=2000&amp;mechanisms=unit-mixture:0.3,…</c> or <c>demo</c>.</summary>
    /// <exception cref="AnamnesisException">An unknown key or mechanism, or a number out of range; the message names the nearest known.</exception>
    public static ClinicPlan Parse(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address == "demo")
        {
            return Demo;
        }

        return ClinicAddress.Parse(address);
    }

    /// <summary>A plan as it is typed: <c>5000</c>, <c>2016-2023</c>, <c>7</c>; all tables.</summary>
    /// <exception cref="AnamnesisException">A number out of range, or years that are none.</exception>
    public static ClinicPlan Read(string patients, string years, string seed)
    {
        var (first, last) = Years(years);
        return new ClinicPlan(Whole("seed", seed, 0, int.MaxValue), Whole("patients", patients, 1, MostWritten), []) { FirstYear = first, LastYear = last, Wide = true };
    }

    /// <summary>The first and the last year.</summary>
    internal static (int First, int Last) Years(string years)
    {
        ArgumentNullException.ThrowIfNull(years);
        if (years.Split('-') is not [var first, var last])
        {
            throw new AnamnesisException($"years are '{years}'. Expected the first and the last, such as 2016-2023.");
        }

        var span = (First: Whole("the first year", first, EarliestYear, LatestYear), Last: Whole("the last year", last, EarliestYear, LatestYear));
        return span.First <= span.Last ? span : throw new AnamnesisException($"years are '{years}': the last is before the first. Expected such as 2016-2023.");
    }

    internal static int Whole(string key, string text, int low, int high) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= low && number <= high
            ? number
            : throw new AnamnesisException($"{key} is '{text}'. Expected a whole number from {low} to {high}.");

    internal static IReadOnlyList<Distortion> Everywhere(IEnumerable<(string Mechanism, double Severity)> distortions) =>
        [.. distortions.Select(one => new Distortion(one.Mechanism, one.Severity))];
}

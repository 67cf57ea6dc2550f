using Anamnesis.Mechanisms;

namespace Anamnesis.Simulation;

/// <summary>Which clinic: how many patients, from which seed, and which mechanisms act on its record.</summary>
/// <param name="Seed">Same seed and version, same bytes.</param>
/// <param name="Patients">How many, at least 1.</param>
/// <param name="Distortions">Mechanism ids with their severity in [0, 1], in the order in which they act; those of verdict reality act first.</param>
public sealed record ClinicPlan(int Seed, int Patients, IReadOnlyList<(string Mechanism, double Severity)> Distortions)
{
    const int MostPatients = 200_000; // of a clinic in memory
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

    /// <summary>The mechanisms at work, where and when: <see cref="Distortions"/> act everywhere and always.</summary>
    public IReadOnlyList<Distortion> Process
    {
        get => field ?? Everywhere(Distortions);
        init;
    }

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

        var plan = new ClinicPlan(1, 2000, []);
        foreach (var part in address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = part.Split('=', 2) is [var k, var v] ? (k, v) : (part, string.Empty);
            plan = key switch
            {
                "seed" => plan with { Seed = (int)Number(key, value, 0, int.MaxValue) },
                "patients" => plan with { Patients = (int)Number(key, value, 1, MostPatients) },
                "mechanisms" => plan with { Distortions = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Acting)] },
                _ => throw new AnamnesisException($"'{key}' is not known in '{address}'. Expected seed, patients or mechanisms; nearest: {Nearest.To(key, ["seed", "patients", "mechanisms"])[0]}."),
            };
        }

        return plan;
    }

    /// <summary>A plan as it is typed: <c>5000</c>, <c>2016-2023</c>, <c>7</c>.</summary>
    /// <exception cref="AnamnesisException">A number out of range, or years that are none.</exception>
    public static ClinicPlan Read(string patients, string years, string seed)
    {
        ArgumentNullException.ThrowIfNull(years);
        if (years.Split('-') is not [var first, var last])
        {
            throw new AnamnesisException($"years are '{years}'. Expected the first and the last, such as 2016-2023.");
        }

        var plan = new ClinicPlan(Whole("seed", seed, 0, int.MaxValue), Whole("patients", patients, 1, MostWritten), [])
        {
            FirstYear = Whole("the first year", first, EarliestYear, LatestYear),
            LastYear = Whole("the last year", last, EarliestYear, LatestYear),
        };
        return plan.FirstYear <= plan.LastYear ? plan : throw new AnamnesisException($"years are '{years}': the last is before the first. Expected such as 2016-2023.");
    }

    static int Whole(string key, string text, int low, int high) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= low && number <= high
            ? number
            : throw new AnamnesisException($"{key} is '{text}'. Expected a whole number from {low} to {high}.");

    internal static IReadOnlyList<Distortion> Everywhere(IEnumerable<(string Mechanism, double Severity)> distortions) =>
        [.. distortions.Select(one => new Distortion(one.Mechanism, one.Severity))];

    static (string, double) Acting(string text)
    {
        var (id, severity) = text.Split(':', 2) is [var a, var b] ? (a, Number("severity", b, 0, 1)) : (text, 0.3);
        return Catalog.Of<IMechanism>().Any(mechanism => mechanism.Id == id)
            ? (id, severity)
            : throw new AnamnesisException($"There is no mechanism '{id}'. Nearest: {string.Join(", ", Nearest.To(id, Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id)))}.");
    }

    static double Number(string key, string text, double low, double high) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= low && number <= high
            ? number
            : throw new AnamnesisException($"{key} is '{text}'. Expected a number from {low} to {high}.");
}

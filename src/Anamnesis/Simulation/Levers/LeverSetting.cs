namespace Anamnesis.Simulation.Levers;

/// <summary>How a lever stands: how strongly, where, from when to when.</summary>
/// <param name="Strength">In (0, 1].</param>
public sealed record LeverSetting(double Strength)
{
    /// <summary>The hospital, or null for all.</summary>
    public string? Site { get; init; }

    /// <summary>The ward, or null for all.</summary>
    public string? Ward { get; init; }

    /// <summary>From this day on, or null for ever.</summary>
    public DateTime? From { get; init; }

    /// <summary>Before this day, or null for ever.</summary>
    public DateTime? To { get; init; }

    /// <summary>Whether both hold at some place at some time.</summary>
    internal bool Overlaps(LeverSetting other) =>
        Place.Of(Site, Ward).Meets(Place.Of(other.Site, other.Ward))
        && (From ?? DateTime.MinValue) < (other.To ?? DateTime.MaxValue) && (other.From ?? DateTime.MinValue) < (To ?? DateTime.MaxValue);

    /// <summary>As in <c>clinic.yaml</c>.</summary>
    public override string ToString() => string.Join(", ", ((string, string?)[])
        [("strength", Strength.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("site", Ward is null ? Site : null), ("ward", Ward), ("from", Day(From)), ("to", Day(To))]
        is var parts ? parts.Where(part => part.Item2 is not null).Select(part => $"{part.Item1}: {part.Item2}") : []);

    static string? Day(DateTime? moment) => moment?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

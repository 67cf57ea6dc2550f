namespace Anamnesis.Simulation.Levers;

/// <summary>The documentation process of a clinic: how its levers stand, and what follows for the mechanisms.</summary>
/// <param name="Standing">Every lever that is on, with its settings, in the order of the catalogue.</param>
/// <param name="Added">Mechanisms set to work by hand, after the others.</param>
public sealed record ClinicProcess(IReadOnlyList<(Lever Lever, IReadOnlyList<LeverSetting> Settings)> Standing, IReadOnlyList<Distortion> Added)
{
    /// <summary>A clinic as it usually is.</summary>
    public static ClinicProcess Usual { get; } = new([.. Catalogue.All.Where(lever => lever.Usual.Count > 0 && Catalogue.Moves(lever)).Select(lever => (lever, lever.Usual))], []);

    /// <summary>A record that says what was so.</summary>
    public static ClinicProcess Clean { get; } = new([], []);

    /// <summary>What is meant by <c>usual</c> (or nothing), <c>clean</c>, or the path of a <c>clinic.yaml</c>.</summary>
    /// <exception cref="AnamnesisException">The file cannot be read, or says something that cannot be.</exception>
    public static ClinicProcess Read(string? process, ClinicPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return process switch
        {
            null or "usual" => Usual,
            "clean" => Clean,
            _ => ProcessFile.Read(process, plan.FirstYear, plan.LastYear),
        };
    }

    /// <summary>The mechanisms at work, in the order in which they act.</summary>
    public IReadOnlyList<Distortion> Distortions()
    {
        var acting = Standing.SelectMany(one => one.Settings.SelectMany(setting => Of(one.Lever, setting))).ToList();
        foreach (var (lever, settings) in Standing.Where(one => one.Lever.Eases.Count > 0))
        {
            foreach (var setting in settings)
            {
                acting = [.. acting.SelectMany(distortion => lever.Eases.Contains(distortion.Mechanism) ? Eased(distortion, setting) : [distortion])];
            }
        }

        return [.. acting, .. Added];
    }

    /// <summary>The same with a lever standing otherwise; no settings: off.</summary>
    internal ClinicProcess With(Lever lever, IReadOnlyList<LeverSetting> settings)
    {
        var standing = Standing.Where(one => one.Lever != lever).ToList();
        if (settings.Count > 0)
        {
            standing.Add((lever, settings));
        }

        return this with { Standing = [.. standing.OrderBy(one => Catalogue.All.Index().First(known => known.Item == one.Lever).Index)] };
    }

    static IEnumerable<Distortion> Of(Lever lever, LeverSetting setting) => Catalogue.Works(lever).Select(one => new Distortion(one.Mechanism, Math.Min(1, one.Severity * setting.Strength))
    {
        Site = setting.Ward is null ? setting.Site : null,
        Ward = setting.Ward,
        From = lever.Ends ? null : setting.From,
        To = lever.Ends ? setting.From ?? setting.To : setting.To,
    });

    /// <summary>A mechanism held back in a place and a time: what it does elsewhere, before and after stays.</summary>
    static IEnumerable<Distortion> Eased(Distortion distortion, LeverSetting ease)
    {
        var (whole, part) = (Place.Of(distortion.Site, distortion.Ward), Place.Of(ease.Site, ease.Ward));
        if (!whole.Meets(part))
        {
            return [distortion];
        }

        var place = part.Covers(whole) ? whole : part;
        var inside = distortion with { Site = place.Ward is null ? place.Site : null, Ward = place.Ward };
        var elsewhere = part.Covers(whole) ? [] : whole.Without(part).Select(other => distortion with { Site = other.Ward is null ? other.Site : null, Ward = other.Ward });
        return [.. elsewhere, .. InTime(inside, ease)];
    }

    static IEnumerable<Distortion> InTime(Distortion distortion, LeverSetting ease)
    {
        var (from, to) = (distortion.From ?? DateTime.MinValue, distortion.To ?? DateTime.MaxValue);
        var (begins, ends) = (ease.From ?? DateTime.MinValue, ease.To ?? DateTime.MaxValue);
        if (begins >= to || ends <= from)
        {
            yield return distortion;
            yield break;
        }

        if (begins > from)
        {
            yield return distortion with { To = begins };
        }

        if (ease.Strength < 1)
        {
            yield return distortion with { Severity = distortion.Severity * (1 - ease.Strength), From = begins > from ? begins : distortion.From, To = ends < to ? ends : distortion.To };
        }

        if (ends < to)
        {
            yield return distortion with { From = ends };
        }
    }
}

using Anamnesis.Simulation;

namespace Anamnesis.Findings;

/// <summary>A plant for every kind of finding.</summary>
static partial class Plants
{
    internal static IReadOnlyList<Plant> All => [.. Missing, .. Values, .. Times, .. Rows, .. People, .. Course, .. Cases, .. Coded, .. Devices];

    static double Round(double value, int decimals = 0) => Math.Round(value, decimals);

    /// <summary>A concentration: log-normal around a median.</summary>
    static double Skewed(ref Draw draw, double median, double spread, int decimals) => Math.Round(median * Math.Exp(spread * Math.Clamp(draw.Normal(), -2.5, 2.5)), decimals);

    /// <summary>A second somewhere in two years of care: more by day than by night, less on weekends.</summary>
    static DateTime Moment(ref Draw draw, int years = 2)
    {
        var day = new DateTime(2020, 1, 6).AddDays(draw.Whole(0, (365 * years) - 1));
        day = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && draw.Chance(0.6) ? day.AddDays(-3) : day;
        return day.AddSeconds((3600 * (draw.Chance(0.7) ? draw.Whole(7, 18) : draw.Whole(0, 23))) + draw.Whole(1, 3599));
    }

    static double Age(ref Draw draw) => Round(draw.Normal(68, 10));

    static double Height(ref Draw draw) => Round(draw.Normal(170, 8));

    static double Weight(ref Draw draw) => Round(draw.Normal(80, 13), 1);

    static double Systolic(ref Draw draw) => Round(draw.Normal(130, 16));

    static double Sodium(ref Draw draw) => Round(draw.Normal(139, 3));

    static double Crp(ref Draw draw) => Skewed(ref draw, 9, 0.7, 1);

    static string Site(ref Draw draw) => draw.One(["North", "River", "South"]);

    static string Sex(ref Draw draw) => draw.Chance(0.5) ? "F" : "M";
}

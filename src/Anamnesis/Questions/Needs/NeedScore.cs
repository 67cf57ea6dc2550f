namespace Anamnesis.Questions.Needs;

/// <summary>How much a need is worth, and how soon it can be begun. A rank aid, not a quantity.</summary>
/// <param name="Benefit">0 to 100: people, severity, frequency and what can be prevented, multiplied: one zero kills it.</param>
/// <param name="Feasible">0 to 100: data, digitisation, workflow (most) and ownership.</param>
/// <param name="Friction">In (0, 1]: regulation and complexity.</param>
/// <param name="Confidence">0.6 to 1, by evidence.</param>
/// <param name="StartNow">0 to 100: all of them.</param>
sealed record NeedScore(double Benefit, double Feasible, double Friction, double Confidence, double StartNow)
{
    const double Whole = 25; // an axis of 4 is 100
    const double ByBenefit = 0.55;

    internal static NeedScore Of(IReadOnlyDictionary<string, int> axes)
    {
        var benefit = Whole * Math.Pow(axes["people"] * axes["severity"] * axes["frequency"] * axes["preventable"], 0.25);
        var feasible = Whole * ((0.25 * axes["data"]) + (0.15 * axes["digital"]) + (0.40 * axes["workflow"]) + (0.20 * axes["owner"]));
        var friction = (1 - (0.07 * axes["regulation"])) * (1 - (0.06 * axes["complexity"]));
        var confidence = 0.6 + (0.1 * axes["evidence"]);
        return new NeedScore(benefit, feasible, friction, confidence, Math.Pow(benefit, ByBenefit) * Math.Pow(feasible, 1 - ByBenefit) * friction * confidence);
    }

    /// <summary>The least and the most that it can be when one axis is off by one.</summary>
    internal static (double Low, double High) Range(IReadOnlyDictionary<string, int> axes)
    {
        var around = Axis.All.SelectMany(axis => ((int[])[-1, 1]).Select(step => Of(Moved(axes, axis, step)).StartNow)).Append(Of(axes).StartNow).ToList();
        return (around.Min(), around.Max());
    }

    static Dictionary<string, int> Moved(IReadOnlyDictionary<string, int> axes, Axis axis, int step) =>
        new(axes, StringComparer.Ordinal) { [axis.Id] = Math.Clamp(axes[axis.Id] + step, 0, axis.Most) };
}

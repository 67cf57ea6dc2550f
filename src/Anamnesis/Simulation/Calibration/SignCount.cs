namespace Anamnesis.Simulation.Calibration;

/// <summary>How often something was there where a mechanism had made a finding and where it had not; a clinic's findings of one kind and cause count as one.</summary>
sealed class SignCount
{
    internal double FiredTrue { get; private set; }

    internal double True { get; private set; }

    internal double FiredFalse { get; private set; }

    internal double False { get; private set; }

    internal void Add(bool fired, bool isTrue, double weight)
    {
        if (isTrue)
        {
            True += weight;
            FiredTrue += fired ? weight : 0;
        }
        else
        {
            False += weight;
            FiredFalse += fired ? weight : 0;
        }
    }

    /// <summary>The likelihood ratio, smoothed by one half, drawn towards its default where cases are few or it was hardly ever there, and bounded.</summary>
    internal double Ratio(double usual, double shrink, (double Low, double High) bounds)
    {
        const double Half = 0.5;
        var counted = Math.Log((FiredTrue + Half) / (True + 1) / ((FiredFalse + Half) / (False + 1)));
        var cases = Math.Min(Math.Min(True, False), FiredTrue + FiredFalse); // what was never there says nothing about itself
        return Math.Clamp(Math.Exp(((cases * counted) + (shrink * Math.Log(usual))) / (cases + shrink)), bounds.Low, bounds.High);
    }
}

using System.Globalization;

namespace Anamnesis.Findings.Statistics;

/// <summary>A simple edit that turns a mistyped number into the one that was meant.</summary>
/// <param name="Name">For people, e.g. <c>decimal point moved by one place</c>.</param>
/// <param name="Meant">The number after the edit.</param>
readonly record struct Slip(string Name, double Meant)
{
    /// <summary>Every slip of the finger that may have led to a value; the most common kinds first.</summary>
    internal static IEnumerable<Slip> Of(double value)
    {
        yield return new("decimal point moved by one place", value / 10);
        yield return new("decimal point moved by one place", value * 10);
        yield return new("decimal point moved by two places", value / 100);
        yield return new("decimal point moved by two places", value * 100);
        if (value < 0)
        {
            yield return new("minus sign too many", -value);
        }

        foreach (var slip in OfDigits(value))
        {
            yield return slip;
        }
    }

    /// <summary>The first slip whose repair lies in [low, high], or null.</summary>
    internal static Slip? Into(double value, double low, double high)
    {
        foreach (var slip in Of(value))
        {
            if (slip.Meant >= low && slip.Meant <= high)
            {
                return slip;
            }
        }

        return null;
    }

    static IEnumerable<Slip> OfDigits(double value)
    {
        var text = Math.Abs(value).ToString("0.######", CultureInfo.InvariantCulture);
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i + 1]) && text[i] != text[i + 1])
            {
                yield return Read("two digits swapped", string.Concat(text.AsSpan(0, i), text.AsSpan(i + 1, 1), text.AsSpan(i, 1), text.AsSpan(i + 2)), value);
            }
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && text.Count(char.IsAsciiDigit) > 1)
            {
                yield return Read("one digit too many", text.Remove(i, 1), value);
            }
        }
    }

    static Slip Read(string name, string text, double value) =>
        new(name, Math.Sign(value) * double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
}

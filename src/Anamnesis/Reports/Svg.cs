using System.Globalization;
using System.Net;
using System.Text;

namespace Anamnesis.Reports;

/// <summary>Small charts as inline SVG in a figure: a caption for all, a description for screen readers, colours from the page, no script.</summary>
static class Svg
{
    const int Width = 600;
    const int Height = 158;
    const int Left = 48;
    const int Right = 12;
    const int Top = 18;
    const int Bottom = 24;
    const int WidestBar = 64;
    const int HiddenBar = 3; // height of a bar that stands for a hidden cell
    const int FewBars = 8; // so many carry their numbers
    const int LabelWidth = 7; // of a letter, in units of the picture

    /// <summary>Bars with labels below; null is hidden. Marked bars are highlighted.</summary>
    internal static string Bars(string title, IReadOnlyList<(string Label, double? Value, bool Marked)> bars, string unit)
    {
        if (bars.Count == 0)
        {
            return string.Empty;
        }

        var (svg, top) = Open(title, [.. bars.Select(bar => (bar.Label, bar.Value))], unit);
        var step = (double)(Width - Left - Right) / bars.Count;
        var wide = Math.Max(0.8, Math.Min(WidestBar, 0.8 * step));
        for (var i = 0; i < bars.Count; i++)
        {
            var middle = Left + ((i + 0.5) * step);
            var height = bars[i].Value is { } value ? value / top * (Height - Bottom - Top) : HiddenBar;
            var kind = bars[i].Value is null ? "x" : bars[i].Marked ? "h" : "b";
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{middle - (wide / 2):0.#}\" y=\"{Height - Bottom - height:0.#}\" width=\"{wide:0.#}\" height=\"{height:0.#}\"/>");
            if (bars.Count <= FewBars && bars[i].Value is { } shown)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{middle:0.#}\" y=\"{Height - Bottom - height - 4:0.#}\" text-anchor=\"middle\">{Shown(shown, unit == "%" ? "rounded" : unit)}</text>");
            }
        }

        return Close(svg, [.. bars.Select((bar, i) => (Left + ((i + 0.5) * step), bar.Label))], title, bars.Any(bar => bar.Value is null));
    }

    /// <summary>A line over ordered labels; null leaves a hole.</summary>
    internal static string Line(string title, IReadOnlyList<(string Label, double? Value)> points, string unit)
    {
        if (points.Count < 2)
        {
            return string.Empty;
        }

        var (svg, top) = Open(title, points, unit);
        var step = (double)(Width - Left - Right - 8) / (points.Count - 1);
        var path = new StringBuilder();
        var pen = "M";
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Value is not { } value)
            {
                pen = "M";
                continue;
            }

            var (x, y) = (Left + 4 + (i * step), Height - Bottom - (value / top * (Height - Bottom - Top)));
            path.Append(CultureInfo.InvariantCulture, $"{pen}{x:0.#} {y:0.#}");
            pen = "L";
            if (points.Count <= 80)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"b\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{(points.Count <= 40 ? "2.4" : "1.5")}\"/>");
            }
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"l\" d=\"{path}\"/>");
        return Close(svg, [.. points.Select((point, i) => (Left + 4 + (i * step), point.Label))], title, points.Any(point => point.Value is null));
    }

    static (StringBuilder Svg, double Top) Open(string title, IReadOnlyList<(string Label, double? Value)> values, string unit)
    {
        var most = values.Max(value => value.Value ?? 0);
        var top = Round(Math.Max(1e-9, most), unit == "%");
        var highest = values.First(value => (value.Value ?? 0) == most).Label;
        var says = most > 0 ? $"{title}. Highest at {Discretion.Sentence(highest)}: {Shown(most, unit)}{(unit == "%" ? string.Empty : $" {unit}")}." : $"{title}. All are 0.";
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(says)}\">");
        foreach (var share in (double[])[0, 0.5, 1])
        {
            var y = Height - Bottom - (share * (Height - Bottom - Top));
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"g\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Shown(top * share, unit)}</text>");
        }

        return (svg, top);
    }

    /// <summary>Labels as many as fit, none over another, and the caption.</summary>
    static string Close(StringBuilder svg, IReadOnlyList<(double X, string Label)> labels, string title, bool hides)
    {
        var free = 0.0;
        foreach (var (x, label) in labels)
        {
            var text = Short(Discretion.Sentence(label));
            var half = text.Length * LabelWidth / 2.0;
            var middle = Math.Clamp(x, half, Width - half);
            if (middle - half >= free)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{middle:0.#}\" y=\"{Height - 8}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(text)}</text>");
                free = middle + half + LabelWidth;
            }
        }

        return $"<figure><figcaption>{WebUtility.HtmlEncode(title)}{(hides ? " <span class=\"soft\">(grey or left out: fewer than 5, or would give such a cell away)</span>" : string.Empty)}</figcaption>{svg}</svg></figure>";
    }

    /// <summary>The next round number: 1, 2, 2.5, 4, 5 or 8 times a power of ten; never beyond 100 %.</summary>
    static double Round(double most, bool percent)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        var round = power * ((double[])[1, 2, 2.5, 4, 5, 8, 10]).First(step => step * power >= most * 0.999999);
        return percent ? Math.Min(1, round) : round;
    }

    static string Shown(double value, string unit) =>
        unit == "rounded" ? Words.Percent(value).Replace("<", "under ", StringComparison.Ordinal).Replace(">", "over ", StringComparison.Ordinal)
        : unit == "%" ? $"{(value * 100).ToString("0.##", CultureInfo.InvariantCulture)} %"
        : value >= 10_000 ? $"{(value / 1000).ToString("0.#", CultureInfo.InvariantCulture)}k"
        : value.ToString("0.###", CultureInfo.InvariantCulture);

    static string Short(string label) => label.Length <= 14 ? label : label[..13] + "…";
}

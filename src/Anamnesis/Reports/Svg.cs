using System.Globalization;
using System.Net;
using System.Text;

namespace Anamnesis.Reports;

/// <summary>Small charts as inline SVG: a title for screen readers, colours from the page, no script.</summary>
static class Svg
{
    const int Width = 640;
    const int Height = 150;
    const int Left = 44;
    const int Bottom = 22;

    /// <summary>Bars with labels below; null is a suppressed cell. Marked bars are highlighted.</summary>
    internal static string Bars(string title, IReadOnlyList<(string Label, double? Value, bool Marked)> bars, string unit)
    {
        if (bars.Count == 0)
        {
            return string.Empty;
        }

        var svg = Open(title);
        var top = Math.Max(1e-9, bars.Max(bar => bar.Value ?? 0));
        Axis(svg, top, unit);
        var step = (double)(Width - Left) / bars.Count;
        var every = Math.Max(1, (int)Math.Ceiling(bars.Count * 46.0 / (Width - Left)));
        for (var i = 0; i < bars.Count; i++)
        {
            var x = Left + (i * step);
            if (bars[i].Value is { } value)
            {
                var height = value / top * (Height - Bottom - 14);
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{(bars[i].Marked ? "h" : "b")}\" x=\"{x + (0.1 * step):0.#}\" y=\"{Height - Bottom - height:0.#}\" width=\"{Math.Max(0.8, 0.8 * step):0.#}\" height=\"{height:0.#}\"/>");
            }
            else
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + (0.5 * step):0.#}\" y=\"{Height - Bottom - 3}\" text-anchor=\"middle\">&lt;5</text>");
            }

            if (i % every == 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + (0.5 * step):0.#}\" y=\"{Height - 6}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(Short(bars[i].Label))}</text>");
            }
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>A line over ordered labels; null leaves a hole.</summary>
    internal static string Line(string title, IReadOnlyList<(string Label, double? Value)> points, string unit)
    {
        if (points.Count < 2)
        {
            return string.Empty;
        }

        var svg = Open(title);
        var top = Math.Max(1e-9, points.Max(point => point.Value ?? 0));
        Axis(svg, top, unit);
        var step = (double)(Width - Left - 10) / (points.Count - 1);
        var path = new StringBuilder();
        var pen = "M";
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Value is { } value)
            {
                path.Append(CultureInfo.InvariantCulture, $"{pen}{Left + (i * step):0.#} {Height - Bottom - (value / top * (Height - Bottom - 14)):0.#}");
                pen = "L";
            }
            else
            {
                pen = "M";
            }
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"l\" d=\"{path}\"/>");
        foreach (var i in (int[])[0, points.Count / 2, points.Count - 1])
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + (i * step):0.#}\" y=\"{Height - 6}\" text-anchor=\"{(i == 0 ? "start" : i == points.Count - 1 ? "end" : "middle")}\">{WebUtility.HtmlEncode(points[i].Label)}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    static StringBuilder Open(string title) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\"><title>{WebUtility.HtmlEncode(title)}</title>");

    static void Axis(StringBuilder svg, double top, string unit)
    {
        foreach (var share in (double[])[0, 0.5, 1])
        {
            var y = Height - Bottom - (share * (Height - Bottom - 14));
            var value = top * share;
            var shown = unit == "%" ? $"{(value * 100).ToString("0", CultureInfo.InvariantCulture)} %" : value >= 10_000 ? $"{(value / 1000).ToString("0", CultureInfo.InvariantCulture)}k" : value.ToString("0.#", CultureInfo.InvariantCulture);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"g\" x1=\"{Left}\" x2=\"{Width}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{shown}</text>");
        }
    }

    static string Short(string label) => label.Length <= 14 ? label : label[..13] + "…";
}

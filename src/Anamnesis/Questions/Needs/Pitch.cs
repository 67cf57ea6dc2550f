using System.Globalization;
using System.Net;
using System.Text;

namespace Anamnesis.Questions.Needs;

/// <summary>A need on one page, for those who have to decide: Markdown, or one HTML file that prints on A4.</summary>
static class Pitch
{
    static readonly string[] Break =
    [
        "The person who suffers: “When did it last go wrong for you, and what happened then?”",
        "The person who works around it: “When did the last new thing on the screen make your day worse, and how?”",
        "The person who would have to act: “On the last Saturday night, who would have done it?”",
        "The person who pays: “Which report would show that it got better, and who reads it?”",
    ];

    internal static string Markdown(RankedNeed ranked, int of)
    {
        var (need, score) = (ranked.Need, ranked.Score);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Plain(Title(need.Short))}\n\n**{Plain(need.Statement)}**\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Rank {ranked.Rank} of {of} ({ranked.Best} to {ranked.Worst} when one score is off by one). Begin now {score.StartNow:0} of 100: benefit {score.Benefit:0}, feasible {score.Feasible:0}, friction × {score.Friction:0.00}, confidence × {score.Confidence:0.0}.\n");
        text.Append(ranked.Candidate is { } only ? $"\nA candidate only: {only}.\n" : string.Empty);
        text.Append("\n| what | score | means | because |\n|---|--:|---|---|\n");
        foreach (var axis in Axis.All)
        {
            var value = need.Scores[axis.Id];
            text.Append(CultureInfo.InvariantCulture, $"| {axis.Id} | {value} of {axis.Most} | {axis.Levels[value]} | {Plain(need.Because.GetValueOrDefault(axis.Id, string.Empty))} |\n");
        }

        foreach (var (title, lines) in Sections(ranked))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n").AppendJoin('\n', lines.Select(line => "- " + Plain(line))).Append('\n');
        }

        return text.ToString();
    }

    internal static string Html(RankedNeed ranked, int of)
    {
        var (need, score) = (ranked.Need, ranked.Score);
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        page.Append(Text(need.Short)).Append("""
            </title><style>body{font:15px/1.4 system-ui,sans-serif;max-width:46rem;margin:1.5rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}h1{font-size:1.4rem;margin:.2rem 0}h2{font-size:1rem;margin:1rem 0 .2rem}
            .lead{font-size:1.1rem}table{border-collapse:collapse;width:100%;font-size:.85rem}td{padding:.12rem .5rem .12rem 0;vertical-align:top;border-bottom:1px solid #ddd}ul{margin:.2rem 0;padding-left:1.2rem}small{color:#555}
            @media print{body{margin:0;font-size:11px}@page{size:A4;margin:14mm}}</style></head><body>
            """);
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Text(Title(need.Short))}</h1><p class=\"lead\">{Text(need.Statement)}</p>");
        page.Append(CultureInfo.InvariantCulture, $"<p>Rank <b>{ranked.Rank}</b> of {of} <small>({ranked.Best} to {ranked.Worst} when one score is off by one)</small>. Begin now <b>{score.StartNow:0}</b> of 100: benefit {score.Benefit:0}, feasible {score.Feasible:0}, friction × {score.Friction:0.00}, confidence × {score.Confidence:0.0}.{(ranked.Candidate is { } only ? $" <b>A candidate only: {Text(only)}.</b>" : string.Empty)}</p><table>");
        foreach (var axis in Axis.All)
        {
            var value = need.Scores[axis.Id];
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{axis.Id}</td><td>{Bar(value, axis.Most)}</td><td>{value} of {axis.Most}: {Text(axis.Levels[value])}</td><td>{Text(need.Because.GetValueOrDefault(axis.Id, string.Empty))}</td></tr>");
        }

        page.Append("</table>");
        foreach (var (title, lines) in Sections(ranked))
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2><ul>").AppendJoin(string.Empty, lines.Select(line => $"<li>{Text(line)}</li>")).Append("</ul>");
        }

        return page.Append("</body></html>\n").ToString();
    }

    static IEnumerable<(string Title, IReadOnlyList<string> Lines)> Sections(RankedNeed ranked)
    {
        if (ranked.Readiness is { } ready)
        {
            yield return ("The data", [$"For {ready.Use} the examination says level {ready.Level} of 4. {ready.Says}", .. ready.Findings.Select(finding => $"{finding.Id}: {finding.Says}")]);
        }

        yield return ("First, without software", ["Two weeks on paper or in a spreadsheet, with the one who owns it.", "Stop when nobody acted on it by the time it mattered.", .. ranked.Need.Screen.Where(screen => screen.Value is null).Select(screen => $"Still to be answered: {screen.Key.Replace('-', ' ')}?")]);
        yield return ("Ask four people to break it", Break);
        yield return ("Regulation", [Regulation.Hint(ranked.Need.Scores["regulation"]), Regulation.Check]);
        if (ranked.Faults.Count + ranked.Resembles.Count > 0)
        {
            yield return ("Before it is shown to anybody", [.. ranked.Faults, .. ranked.Resembles.Select(pick => $"It looks like “{pick.Short}”: picked because {pick.Picked}; {pick.Fails}.")]);
        }
    }

    static string Bar(int value, int most) => string.Create(CultureInfo.InvariantCulture,
        $"<svg width=\"64\" height=\"10\" role=\"img\" aria-label=\"{value} of {most}\"><rect width=\"64\" height=\"10\" fill=\"#e4e4e4\"/><rect width=\"{64.0 * value / most:0.#}\" height=\"10\" fill=\"#2a6f97\"/></svg>");

    static string Title(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    static string Text(string text) => WebUtility.HtmlEncode(text);

    static string Plain(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace('\n', ' ');
}

namespace Anamnesis.Cli;

/// <summary>What a person who looked at the rows thinks of a finding.</summary>
/// <param name="Set">Folder of the data set.</param>
/// <param name="Finding">Id of the finding.</param>
/// <param name="Judged"><c>true</c>, <c>trivial</c> (true, but not worth a line) or <c>false</c>.</param>
/// <param name="Likely">The mechanism that was likely when it was read, or null.</param>
/// <param name="Cause">Whether that mechanism is <c>right</c>, <c>plausible</c> or <c>wrong</c>; null without one.</param>
/// <param name="Why">A reason where something is false or wrong.</param>
sealed record FindingJudgement(string Set, string Finding, string Judged, string? Likely, string? Cause, string Why)
{
    internal static IReadOnlyList<FindingJudgement> Read(string path) =>
        [.. File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',', 8))
            .Select(cells => new FindingJudgement(cells[0], cells[1], cells[4], Filled(cells[5]), Filled(cells[6]), cells[7]))];

    static string? Filled(string cell) => cell.Length == 0 ? null : cell;
}

using System.Globalization;
using Anamnesis.Simulation.Accuracy;

namespace Anamnesis.Cli;

/// <summary>The figures of <c>bench accuracy</c> as text.</summary>
static class AccuracyPage
{
    const int MostConfusions = 15;
    const int Weakest = 10;

    internal static void Print(AccuracyFigures figures, TrialSize size, TextWriter to)
    {
        Line(to, $"{figures.Clinics} clinics of {size.Patients} patients, {size.FirstYear}-{size.LastYear}, seed {size.Seed}: {figures.Planted} mechanisms planted, {figures.Above} at or above their detectable strength; {figures.Findings} findings");
        Line(to, $"  detected                 {Percent(figures.Detected)}   planted mechanisms above their detectable strength that raise a finding");
        Line(to, $"  first                    {Percent(figures.First)}   of these: ranked first");
        Line(to, $"  first three              {Percent(figures.FirstThree)}   of these: within the first three");
        Line(to, $"  wrong first              {Percent(figures.WrongFirst)}   findings with a wrong first cause stated at 50 % or more");
        Line(to, $"  false findings per 100   {figures.FalseFindingsPer100,7:0.00}   variables of {figures.CleanClinics} clinics with every distortion off");
        Line(to, $"  verdict                  {Percent(figures.Verdict)}   of detected mechanisms");
        Line(to, $"  verdict where reality    {Percent(figures.VerdictReality)}   of detected mechanisms whose verdict is to keep");
        Line(to, $"  calibration error        {figures.Ece,7:0.000}   of the stated probability of the first cause, ten bins");
        to.WriteLine();
        Line(to, $"{"mechanism",-36} planted above detected first three verdict wrong");
        foreach (var one in figures.Mechanisms)
        {
            Line(to, $"{one.Mechanism,-36} {one.Planted,7} {one.Above,5} {one.Detected,8} {one.First,5} {one.FirstThree,5} {one.Verdict,7} {one.WrongFirst,5}");
        }

        to.WriteLine();
        Line(to, $"weakest ten, by the share that is detected and ranked first: {string.Join(", ", Least(figures).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Mechanism} {one.First}/{one.Above}")))}");
        Line(to, $"confusion (what made the finding, what was ranked first, findings):");
        foreach (var (truth, first, findings) in figures.Confusion.Take(MostConfusions))
        {
            Line(to, $"  {truth,-36} {first,-36} {findings,4}");
        }

        Line(to, $"stated and right, by the stated probability: {string.Join("; ", figures.Calibration.Select(bin => string.Create(CultureInfo.InvariantCulture, $"{bin.From:0.0}+: {bin.Stated:0.00} {bin.Right:0.00} ({bin.Findings})")))}");
        foreach (var (says, count) in figures.False.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Line(to, $"false in a clean clinic: {says} ({count})");
        }
    }

    /// <summary>The ten mechanisms with the least share of detected and ranked first.</summary>
    internal static IEnumerable<MechanismFigures> Least(AccuracyFigures figures) =>
        figures.Mechanisms.Where(one => one.Above > 0).OrderBy(one => (double)one.First / one.Above).ThenBy(one => (double)one.FirstThree / one.Above).ThenByDescending(one => one.Above).Take(Weakest);

    static void Line(TextWriter to, FormattableString line) => to.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    static string Percent(double? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{100 * known,5:0.0} %") : "      –";
}

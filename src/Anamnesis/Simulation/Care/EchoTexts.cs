using System.Globalization;

namespace Anamnesis.Simulation.Care;

/// <summary>Echo reports as they are dictated: most with a number, some with a range or words, and everything else locked in the text.</summary>
static class EchoTexts
{
    static readonly string[] Valves = ["MR mild.", "MR moderate, central jet.", "No relevant valve disease.", "AS mild, mean gradient 14 mmHg.", "TR mild."];
    static readonly string[] Walls = ["Inferior akinesia.", "No regional wall motion abnormality.", "Apex hypokinetic.", "Septal dyssynchrony."];
    static readonly string[] Remarks = ["Compared with before: unchanged.", "First examination here.", "Good window.", "Poor window, apical views only.", "No pericardial effusion, no thrombus seen."];
    static readonly string[] Closing = ["", "", "", " Please correlate clinically.", " Control in 6 months.", " Dr informed.", " LA pressure probably raised, E/e' 16.", " RV function preserved.", " Device lead seen in RV."];
    static readonly string[] Zastawki = ["IM łagodna.", "IM umiarkowana.", "Bez istotnych wad zastawkowych.", "AS łagodna, śr. grad. 14 mmHg.", "IT łagodna."];
    static readonly string[] Sciany = ["Akineza ściany dolnej.", "Bez odcinkowych zaburzeń kurczliwości.", "Hipokineza koniuszka.", "Dyssynchronia przegrody."];
    static readonly string[] Uwagi = ["W porównaniu z poprzednim: bz.", "Pierwsze badanie u nas.", "Okno dobre.", "Okno akustyczne złe.", "Bez płynu w worku osierdziowym, skrzeplin nie uwidoczniono."];

    static readonly string[] Koniec = ["", "", "", " Proszę o korelację kliniczną.", " Kontrola za 6 mies.", " Lek. prow. poinformowany.", " Cechy podwyższonego ciśnienia napełniania, E/e' 16.", " Funkcja RV zachowana.", " Elektroda w PK."];

    internal static string English(in Echo echo, ref Draw draw)
    {
        var fraction = Fraction(echo.Ejection, "preserved", "mildly reduced", "moderately reduced", "severely reduced", ref draw);
        return string.Create(CultureInfo.InvariantCulture, $"LVEF {fraction}. LVEDD {echo.Size:0} mm, LAVI {echo.Atrium:0} ml/m2, TAPSE {echo.Right:0} mm, TR Vmax {echo.Jet:0.0} m/s. {draw.One(Walls)} {draw.One(Valves)} {draw.One(Remarks)}{draw.One(Closing)}");
    }

    internal static string Polish(in Echo echo, ref Draw draw)
    {
        var fraction = Fraction(echo.Ejection, "prawidłowa", "nieco obniżona", "umiarkowanie obniżona", "znacznie obniżona", ref draw);
        var jet = string.Create(CultureInfo.InvariantCulture, $"{echo.Jet:0.0}").Replace('.', ',');
        return string.Create(CultureInfo.InvariantCulture, $"FW LK {fraction}. LVEDD {echo.Size:0} mm, LAVI {echo.Atrium:0} ml/m2, TAPSE {echo.Right:0} mm, TR Vmax {jet} m/s. {draw.One(Sciany)} {draw.One(Zastawki)} {draw.One(Uwagi)}{draw.One(Koniec)}");
    }

    /// <summary>85 % a number, 9 % a range, 6 % words.</summary>
    /// <seealso href="https://doi.org/10.1007/s10916-018-1066-7">Wagholikar 2018</seealso>
    static string Fraction(double ejection, string normal, string mild, string moderate, string severe, ref Draw draw)
    {
        var form = draw.Uniform();
        if (form >= 0.94)
        {
            return ejection >= 50 ? normal : ejection > 40 ? mild : ejection > 30 ? moderate : severe;
        }

        var low = 5 * Math.Floor(ejection / 5);
        return form < 0.85 ? string.Create(CultureInfo.InvariantCulture, $"{ejection:0} %") : string.Create(CultureInfo.InvariantCulture, $"{low:0}-{low + 5:0} %");
    }
}

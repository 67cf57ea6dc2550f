using System.Globalization;
using System.Text;

namespace Anamnesis.Cli;

/// <summary>Visits of a small clinic with a few well-known oddities, the same at every run.</summary>
static class SmallClinic
{
    const int Rows = 600;

    /// <summary>A CSV: creatinine in two units by site, troponin measured in the sick, systolic pressure rounded, one typing error.</summary>
    internal static string Csv()
    {
        var text = new StringBuilder("visit_id,patient_id,site,taken,age,sbp,creatinine,troponin,died\n");
        var draw = 12345u;
        double Next() => (draw = unchecked((draw * 1664525u) + 1013904223u)) / 4294967296.0;
        for (var row = 0; row < Rows; row++)
        {
            var (site, sick) = (Next() < 0.4 ? "River" : "North", Next() < 0.3);
            var taken = new DateTime(2021, 1, 1, 6, 0, 0).AddMinutes((row * 1447) + (Next() * 600));
            var creatinine = 0.6 + (Next() * 0.9) + (sick ? 0.5 : 0);
            var troponin = sick ? Number(0.02 + (Next() * 0.9), 3) : Next() < 0.1 ? Number(0.005 + (Next() * 0.02), 3) : string.Empty;
            var pressure = row == 77 ? 1300 : 10 * Math.Round(10 + (Next() * 6));
            text.Append(CultureInfo.InvariantCulture, $"{row + 1},{1000 + (row / 3)},{site},{taken:yyyy-MM-dd HH:mm:ss},{40 + (int)(Next() * 45)},{pressure},")
                .Append(CultureInfo.InvariantCulture, $"{Number(site == "River" ? creatinine * 88.402 : creatinine, site == "River" ? 0 : 2)},{troponin},{(sick && Next() < 0.4 ? 1 : 0)}\n");
        }

        return text.ToString();
    }

    static string Number(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);
}

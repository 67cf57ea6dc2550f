using System.Globalization;

namespace Anamnesis.Recognitions;

/// <summary>A measured thing as one of three invented hospitals names and measures it; written by hand, before recognition was asked.</summary>
/// <param name="Hospital">Language of the names: en, pl, de.</param>
/// <param name="Variable">The clinical variable, or null for a thing that is none of the known ones however similar its name.</param>
/// <param name="Wide">Name of its column in a wide table.</param>
/// <param name="Long">Name in the item column of a long table.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
/// <param name="Decimals">Decimals that are written.</param>
sealed record HospitalName(string Hospital, string? Variable, string Wide, string Long, string Unit, double Low, double High, int Decimals)
{
    internal static IReadOnlyList<HospitalName> All(string hospital) =>
        [.. File.ReadLines(Path.Combine(Shared.Root(), "tests/Anamnesis.Tests/Recognition/hospital-names.csv")).Skip(1).Where(line => line.Length > 0).Select(Read).Where(name => name.Hospital == hospital)];

    /// <summary>A value between the ends, the same for the same row and column; low values are more frequent where the span is wide.</summary>
    internal string Value(int row, int column)
    {
        var share = Math.IEEERemainder((row * 0.618033988749895) + (column * 0.414213562373095), 1) is var part && part < 0 ? part + 1 : part;
        var value = Low > 0 && High / Low > 20 ? Low * Math.Pow(High / Low, share) : Low + ((High - Low) * share);
        return value.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    static HospitalName Read(string line)
    {
        var cells = line.Split('|');
        double Number(int place) => double.Parse(cells[place], CultureInfo.InvariantCulture);
        return new HospitalName(cells[0], cells[1] == "-" ? null : cells[1], cells[2], cells[3], cells[4], Number(5), Number(6), (int)Number(7));
    }
}

using System.Globalization;

namespace Anamnesis.Simulation;

/// <summary>A sample on its way through the laboratory.</summary>
sealed record LabSample(long? Stay, long Patient, string Site, DateTime Ordered, DateTime Collected)
{
    /// <summary>A result: four in five are validated by the laboratory's system within seconds, the others by a person.</summary>
    internal void Append(LabTest test, double value, TruthTables tables, ref Draw draw)
    {
        var resulted = Collected.AddSeconds(1500 + Math.Floor(4800 * draw.Uniform()));
        tables.Row("labs").AppendValue(Stay).AppendValue(Patient).AppendValue(Site).AppendValue(test.Name)
            .AppendValue(value.ToString("F" + test.Decimals, CultureInfo.InvariantCulture)).AppendValue(test.Unit).AppendValue(Ordered).AppendValue(Collected).AppendValue(resulted).EndRow();
    }
}

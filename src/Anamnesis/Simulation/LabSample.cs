namespace Anamnesis.Simulation;

/// <summary>A sample on its way through the laboratory.</summary>
sealed record LabSample(long? Stay, long Patient, Site Site, DateTime Ordered, DateTime Collected)
{
    /// <summary>A result: four in five are validated by the laboratory's system within seconds, the others by a person.</summary>
    internal void Append(LabTest test, double value, TruthTables tables, ref Draw draw)
    {
        var resulted = Collected.AddSeconds(1500 + Math.Floor(4800 * draw.Uniform()));
        var row = tables.Row("labs").AppendValue(Stay).AppendValue(Patient).AppendValue(Site.Name).AppendValue(test.Name)
            .AppendValue(ResultText.Of(value, test.Decimals)).AppendValue(test.Unit).AppendValue(Ordered).AppendValue(Collected).AppendValue(resulted);
        if (tables.Wide)
        {
            var second = resulted.Second; // of a draw already made
            var machine = second % 5 != 0;
            row = row.AppendValue((Patient * 100_000) + (Ordered.Ticks / TimeSpan.TicksPerHour % 100_000)).AppendValue(Site.Laboratory.Codes[test.Name]).AppendValue(test.Specimen)
                .AppendValue(Site.Laboratory.AnalyserAt(Collected)).AppendValue(test.Low).AppendValue(test.High).AppendValue(second == 7 ? "corrected" : "final")
                .AppendValue(resulted.AddSeconds(machine ? 3 + (second % 9) : 600 + (second * 97))).AppendValue(machine ? "automatic" : Validators[second / 5 % Validators.Length]);
        }

        row.EndRow();
    }

    static readonly string[] Validators = ["lab-1", "lab-2", "lab-3"];
}

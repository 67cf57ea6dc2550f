using Anamnesis.Engines;
using Anamnesis.Sources;

namespace Anamnesis.Simulation;

/// <summary>The simulated clinic as a source: <c>demo</c> and <c>clinic:…</c>.</summary>
sealed class ClinicSource : ISource
{
    public string Form => "demo, or clinic:?seed=1&patients=2000&mechanisms=unit-mixture:0.3";

    public bool Claims(string address) => address == "demo" || address.StartsWith("clinic:", StringComparison.Ordinal);

    public Dataset Open(string address, Opening opening)
    {
        opening.Progress?.Report(new Step("simulating a clinic", 0.1));
        var clinic = Clinic.Open(ClinicPlan.Parse(address), opening.Cancellation);
        var record = clinic.Record(address);
        record.Closing = clinic.Dispose;
        return record;
    }
}

namespace Anamnesis.Readiness;

/// <summary>Algorithms on ECG, PPG and telemetry.</summary>
sealed class DeviceSignal : IUse
{
    public string Id => "device-signal";

    public Fitness Judge(IReadOnlyList<Gate> gates) => Gated.By(Id, gates, [("signal-quality", 3), ("outcome-integrity", 3), ("provenance", 3), ("protection-and-permission", 3)]);
}

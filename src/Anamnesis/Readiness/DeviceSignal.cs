namespace Anamnesis.Readiness;

/// <summary>Algorithms on ECG, PPG and telemetry.</summary>
sealed class DeviceSignal : IUse
{
    public string Id => "device-signal";

    public Fitness Judge(IReadOnlyList<Gate> gates) => Gated.By(Id, gates);
}

namespace Anamnesis.Readiness;

/// <summary>Is the waveform the patient?</summary>
sealed class SignalQuality : IDimension
{
    public string Id => "signal-quality";

    public Gate Assess(Evidence evidence) => new Gate(Id, 0, [], "Signals were not judged.", "there are no waveforms in these tables");
}

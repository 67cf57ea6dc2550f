namespace Anamnesis.Mechanisms;

/// <summary>Variables that are measured with the patient, by hand or by a device, and not in a laboratory.</summary>
static class Bedside
{
    static readonly HashSet<string> Ids = new(StringComparer.Ordinal)
    {
        "age", "height", "weight", "bmi", "temperature", "heart_rate", "sbp", "dbp", "map", "pulse_pressure", "resp_rate", "spo2", "fio2", "urine_output", "lvef", "lvedd", "lavi", "tapse", "tr_vmax",
        "pasp", "e_over_e", "cvp", "pcwp", "cardiac_index", "pr_ms", "qrs_ms", "qt_ms", "qtc_ms", "nyha", "six_mwd", "peak_vo2", "loop_dose",
    };

    internal static bool Is(string variable) => Ids.Contains(variable);
}

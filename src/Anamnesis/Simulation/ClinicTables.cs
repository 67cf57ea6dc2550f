namespace Anamnesis.Simulation;

/// <summary>The tables of a clinic.</summary>
static class ClinicTables
{
    /// <summary>What a demo and the laws are about.</summary>
    internal static readonly IReadOnlyList<ClinicTable> Core =
    [
        new("patients", null, "patient_id BIGINT, sex VARCHAR, birth_date DATE, height DOUBLE, city VARCHAR, smoker VARCHAR, death_date DATE"),
        new("stays", "admitted", """
            stay_id BIGINT, patient_id BIGINT, site VARCHAR, ward VARCHAR, admission_type VARCHAR, admitted TIMESTAMP, discharged TIMESTAMP, age DOUBLE, nyha VARCHAR, icu VARCHAR,
            potassium DOUBLE, sodium DOUBLE, creatinine DOUBLE, urea DOUBLE, hb DOUBLE, crp DOUBLE, ntprobnp DOUBLE, troponin DOUBLE, ferritin DOUBLE, tsat DOUBLE,
            lvef DOUBLE, device VARCHAR, device_type VARCHAR, device_date DATE, died BIGINT
            """),
        new("vitals", "taken", """
            stay_id BIGINT, patient_id BIGINT, site VARCHAR, ward VARCHAR, nurse VARCHAR, taken TIMESTAMP, recorded TIMESTAMP,
            sbp DOUBLE, dbp DOUBLE, heart_rate DOUBLE, resp_rate DOUBLE, temperature DOUBLE, spo2 DOUBLE, weight DOUBLE
            """),
        new("labs", "collected", "stay_id BIGINT, patient_id BIGINT, site VARCHAR, test VARCHAR, result VARCHAR, unit VARCHAR, ordered TIMESTAMP, collected TIMESTAMP, resulted TIMESTAMP"),
        new("reports", "done", "stay_id BIGINT, patient_id BIGINT, site VARCHAR, reader VARCHAR, done TIMESTAMP, lvef DOUBLE, lvedd DOUBLE, report_text VARCHAR"),
    ];

    /// <summary>All that a hospital hands over.</summary>
    internal static readonly IReadOnlyList<ClinicTable> All = Core;
}

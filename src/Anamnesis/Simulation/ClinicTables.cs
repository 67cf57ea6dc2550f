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

    /// <summary>All that a hospital hands over: the five, with more columns, and eleven more.</summary>
    internal static readonly IReadOnlyList<ClinicTable> All =
    [
        Core[0],
        Wider("stays", "complaint VARCHAR, discharged_to VARCHAR"),
        Wider("vitals", "shift VARCHAR, method VARCHAR"),
        Wider("labs", "order_id BIGINT, code VARCHAR, specimen VARCHAR, analyser VARCHAR, ref_low DOUBLE, ref_high DOUBLE, status VARCHAR, validated TIMESTAMP, validated_by VARCHAR"),
        Wider("reports", "machine VARCHAR, method VARCHAR, lavi DOUBLE, tapse DOUBLE, tr_vmax DOUBLE, status VARCHAR, signed TIMESTAMP, language VARCHAR"),
        new("transfers", "arrived", "stay_id BIGINT, patient_id BIGINT, site VARCHAR, ward VARCHAR, bed VARCHAR, reason VARCHAR, arrived TIMESTAMP, departed TIMESTAMP"),
        new("visits", "came", """
            visit_id BIGINT, patient_id BIGINT, site VARCHAR, place VARCHAR, medium VARCHAR, clinician VARCHAR, reason VARCHAR, came TIMESTAMP, recorded TIMESTAMP,
            sbp DOUBLE, dbp DOUBLE, heart_rate DOUBLE, weight DOUBLE, nyha VARCHAR
            """),
        new("ecgs", "taken", """
            stay_id BIGINT, patient_id BIGINT, site VARCHAR, cart VARCHAR, technician VARCHAR, taken TIMESTAMP, heart_rate DOUBLE, pr DOUBLE, qrs DOUBLE, qt DOUBLE, qtc DOUBLE,
            axis DOUBLE, rhythm VARCHAR, statement VARCHAR, status VARCHAR, reader VARCHAR
            """),
        new("drug_orders", "ordered", """
            order_id BIGINT, stay_id BIGINT, patient_id BIGINT, site VARCHAR, ward VARCHAR, prescriber VARCHAR, source VARCHAR, ordered TIMESTAMP, stopped TIMESTAMP,
            drug VARCHAR, atc VARCHAR, dose DOUBLE, unit VARCHAR, route VARCHAR, frequency VARCHAR
            """),
        new("drug_given", "given", "order_id BIGINT, stay_id BIGINT, patient_id BIGINT, ward VARCHAR, nurse VARCHAR, drug VARCHAR, dose DOUBLE, scheduled TIMESTAMP, given TIMESTAMP, status VARCHAR"),
        new("diagnoses", "coded", "stay_id BIGINT, visit_id BIGINT, patient_id BIGINT, site VARCHAR, code VARCHAR, edition VARCHAR, position BIGINT, kind VARCHAR, certainty VARCHAR, coder VARCHAR, coded TIMESTAMP"),
        new("procedures", "done", "stay_id BIGINT, patient_id BIGINT, site VARCHAR, code VARCHAR, edition VARCHAR, name VARCHAR, operator VARCHAR, done TIMESTAMP, coded TIMESTAMP"),
        new("notes", "written", "stay_id BIGINT, visit_id BIGINT, patient_id BIGINT, site VARCHAR, ward VARCHAR, author VARCHAR, kind VARCHAR, language VARCHAR, written TIMESTAMP, signed TIMESTAMP, note_text VARCHAR"),
        new("telemonitoring", "measured", "patient_id BIGINT, site VARCHAR, device VARCHAR, measured TIMESTAMP, uploaded TIMESTAMP, weight DOUBLE, sbp DOUBLE, dbp DOUBLE, heart_rate DOUBLE, breathless BIGINT, swelling BIGINT"),
        new("deaths", "died", "patient_id BIGINT, died DATE, place VARCHAR, cause VARCHAR, edition VARCHAR, certified_by VARCHAR, registered DATE"),
    ];

    static ClinicTable Wider(string name, string columns) => Core.Single(table => table.Name == name) is var narrow
        ? narrow with { Columns = $"{narrow.Columns.TrimEnd()}, {columns}" } : throw new InvalidOperationException(name);
}

using Anamnesis.Mechanisms;

namespace Anamnesis.Simulation.Levers;

/// <summary>The levers, in the order in which their mechanisms act: patient, observation, documentation, coding, transfer, extract, release.</summary>
static class Catalogue
{
    static readonly LeverSetting Full = new(1);

    internal static readonly IReadOnlyList<Lever> All =
    [
        new("crises", "Patients in shock with failing kidneys: values far out, and true.", [("true-extreme", 1)]) { Usual = [new(0.3)] },
        new("pandemic", "A spring in which the less ill stay away.", [("practice-or-population-shift", 1)]) { Usual = [Full with { From = Day(2020, 3, 15), To = Day(2020, 5, 24) }] },
        new("ordering-by-suspicion", "Physicians order a test where its result could change something.", [("selective-ordering-by-severity", 1), ("informed-presence-visits", 0.5), ("clinical-rhythm-sampling", 1)]) { Usual = [new(0.5)] },
        new("order-sets", "Tests are ticked as profiles: all of one or none.", [("panel-co-ordering", 1)]) { Usual = [new(0.4)] },
        new("too-ill", "Those in shock are not weighed, those who die early have no echo.", [("too-sick-to-measure", 1)]) { Usual = [new(0.5)] },
        new("care-outside", "General practitioners and other hospitals keep their own records.", [("care-elsewhere", 1), ("death-recorded-elsewhere", 1), ("problem-list-stale", 0.5)]) { Usual = [new(0.45)] },
        new("tired-patients", "Patients at home stop stepping on the scale, most of all before they get worse.", [("telemonitoring-dropout", 1)]) { Usual = [new(0.25)] },
        new("drawing-technique", "Samples are drawn through thin needles and wait: haemolysis.", [("preanalytical-specimen-artefact", 1)]) { Usual = [new(0.3)] },
        new("readers", "Every echo reader has an eye of their own, and likes round numbers.", [("observer-variability", 1), ("threshold-heaping", 0.6)]) { Usual = [new(0.5)] },
        new("thermometers", "Two wards measure in the armpit, the others in the ear; the column has one name.", [("measurement-context-mixture", 1)]) { Usual = [new(0.2)] },
        new("paper-charts", "A ward charts on paper: some is typed at the end of the shift, times and last digits are rounded, weights stay on the sheet.", [("paper-only-result", 0.45), ("batch-charting-round-times", 0.25), ("terminal-digit-preference", 0.4), ("charting-delay", 0.05)])
        {
            Usual = [Full with { Ward = "N-internal", To = Day(2023, 3, 1) }, Full with { Ward = "S-internal" }],
        },
        new("bedside-tablets", "Tablets at the bedside: typed where and when it is measured, the scale sends its number.", [])
        {
            Eases = ["paper-only-result", "batch-charting-round-times", "terminal-digit-preference", "charting-delay", "carried-forward-value"], Strength = 0.9,
        },
        new("preset-fields", "The form comes with normal values filled in.", [("form-default-accepted", 1), ("blank-means-no", 1)]) { Usual = [new(0.35)] },
        new("night-staffing", "Too few nurses at night: sets are copied from the last one and defaults are left.", [("carried-forward-value", 1), ("form-default-accepted", 0.4)]) { Usual = [new(0.25) { Site = "River" }, new(0.4) { Ward = "S-cardiology" }], Strength = 0.5 },
        new("scribe", "Somebody types while the physician speaks and the nurse counts.", [])
        {
            Eases = ["form-default-accepted", "carried-forward-value", "keying-error", "copy-forward-text", "number-locked-in-text", "date-only-and-placeholder-dates"], Strength = 0.7,
        },
        new("form-skips", "Fields that do not apply cannot be filled.", [("not-applicable-by-design", 1)]) { Usual = [Full] },
        new("nyha-field", "From a day on the form has a field for the NYHA class; before, it stood in the notes.", [("form-field-introduced-or-retired", 1)]) { Ends = true, Usual = [Full with { From = Day(2019, 4, 1) }] },
        new("typing", "Numbers are typed from a printout.", [("keying-error", 1)]) { Usual = [new(0.7)] },
        new("free-typing", "Towns are typed, not chosen from a list.", [("spelling-variants", 1)]) { Usual = [new(0.2)] },
        new("study-codes", "A study form wants a number where there is none.", [("sentinel-coded-missing", 1)]) { Usual = [new(0.1) { Site = "South" }] },
        new("copied-notes", "Today's note begins as yesterday's.", [("copy-forward-text", 1), ("number-locked-in-text", 1), ("negation-and-experiencer", 1)]) { Usual = [new(0.45)] },
        new("new-assay", "The laboratory changes to another generation of its troponin test.", [("assay-generation-switch", 1)]) { Usual = [Full with { Site = "River", From = Day(2018, 5, 1) }] },
        new("peptide-switch", "A laboratory measured BNP before it measured NT-proBNP.", [("analyte-confusion", 1)]) { Ends = true, Usual = [Full with { Site = "South", From = Day(2019, 6, 1) }] },
        new("new-formula", "Filtration is computed by another equation.", [("formula-version-switch", 1)]) { Ends = true, Usual = [Full with { From = Day(2022, 1, 1) }] },
        new("laboratory-units", "A laboratory reports creatinine in µmol/L.", [("unit-mixture", 0.95)]) { Usual = [Full with { Site = "North", To = Day(2020, 1, 1) }] },
        new("detection-limit", "Below its limit the analyser says only that it is below.", [("censored-or-ranged-result", 1)]) { Usual = [new(0.3)] },
        new("validation-in-steps", "Results go out before they are validated, and again afterwards.", [("preliminary-and-corrected-versions", 1)]) { Usual = [new(0.1)] },
        new("printed-labels", "The time on the tube is that of the printer, not of the needle.", [("timestamp-role-confusion", 1)]) { Usual = [new(0.25) { Site = "South" }] },
        new("device-clocks", "Clocks of devices run on, and nobody sets them.", [("clock-change-and-timezone", 1)]) { Usual = [new(0.3)] },
        new("registration-desk", "Who comes at night is registered anew.", [("duplicate-patient-identity", 1), ("two-people-in-one-record", 0.2)]) { Usual = [new(0.125)] },
        new("cases-split", "Administration closes a case at every transfer.", [("encounter-splitting", 1)]) { Usual = [new(0.3) { Site = "South" }] },
        new("coding-incentive", "The code that pays more is looked for.", [("reimbursement-driven-coding", 1)]) { Usual = [new(0.4) { Site = "River", From = Day(2018, 1, 1) }] },
        new("coding-office", "Codes come weeks after discharge, by people who did not see the patient.", [("post-discharge-coding-leakage", 1), ("working-diagnosis-code", 0.6)]) { Usual = [new(0.5)] },
        new("new-catalogue", "From a day on diagnoses are coded in the next edition.", [("code-system-transition", 1)])
        {
            Ends = true, Usual = [Full with { Site = "North", From = Day(2017, 1, 1) }, Full with { Site = "River", From = Day(2018, 1, 1) }],
        },
        new("interface-map", "A test of one laboratory goes under the code of another.", [("local-code-mis-mapping", 1)]) { Usual = [new(0.2) { Site = "South" }] },
        new("interface-outage", "The interface of the laboratory is down: nothing arrives, and nothing is sent again.", [("interface-outage-gap", 1)]) { Usual = [Full with { Site = "River", From = Day(2021, 11, 3), To = Day(2021, 11, 9) }] },
        new("interface-resends", "Messages that were not acknowledged are sent again.", [("interface-resend-duplicate", 1)]) { Usual = [new(0.05)] },
        new("adherence", "Tablets are prescribed and left in the box.", [("prescribed-not-taken", 1)]) { Usual = [new(0.28)] },
        new("date-only-export", "The export keeps the day and drops the time.", [("date-only-and-placeholder-dates", 1)]) { Usual = [new(0.8) { Site = "River" }] },
        new("narrow-field", "A field of the export holds so many letters and no more.", [("text-cut-at-width", 1)]),
        new("early-extract", "The extract is drawn before the last stays are complete.", [("extract-window-truncation", 1)]) { Usual = [new(0.6)] },
        new("joined-tables", "Tables are joined before they are handed over.", [("join-fan-out", 1)]),
        new("spreadsheet", "The export passes a spreadsheet with a decimal comma.", [("locale-and-spreadsheet-coercion", 1)]) { Usual = [new(0.3) { Site = "South" }] },
        new("filled-gaps", "Somebody fills gaps with a mean and does not say so.", [("silent-imputation-constant", 1)]),
        new("computed-fields", "A program fills a field from others, and nothing says so.", [("derived-column", 1)]),
        new("cut-file", "A file is cut on its way, the others arrive whole.", [("damaged-or-edited-file", 1)]),
        new("complete-cases", "Only stays with everything filled are handed over.", [("complete-case-filter", 1)]),
        new("consent", "Only those who consent are in.", [("entry-filter-referral-consent", 1)]),
        new("survivors", "Groups are made by what happened later.", [("immortal-and-survivor-time", 1)]),
        new("date-shift", "Every patient's dates are moved by a number of days of their own.", [("per-patient-date-shift", 0.5)]),
        new("age-grouping", "Ages over 89 become one.", [("age-top-coding", 1)]),
        new("small-cells", "Rare values are generalised or left out.", [("generalised-or-suppressed-values", 1)]),
    ];

    /// <summary>The mechanisms of a lever that this version can set to work.</summary>
    internal static IEnumerable<(string Mechanism, double Severity)> Works(Lever lever) => lever.Brings.Where(one => Known.Contains(one.Mechanism));

    /// <summary>Whether this version can move it.</summary>
    internal static bool Moves(Lever lever) => Works(lever).Any() || lever.Eases.Any(Known.Contains);

    static readonly HashSet<string> Known = [.. Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id)];

    static DateTime Day(int year, int month, int day) => new(year, month, day);
}

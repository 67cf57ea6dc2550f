namespace Anamnesis.Readiness;

/// <summary>Do we know when it happened and when it was known?</summary>
sealed class TemporalIntegrity : IDimension
{
    public string Id => "temporal-integrity";

    public Gate Assess(Evidence evidence) => evidence.Profile.Tables.All(table => table.Clocks.Count == 0)
        ? new Gate(Id, 0, [], "Times could not be judged.", "no time column was recognised")
        : Held.Back(
            Id, evidence,
            ["time-order", "round-times", "date-only", "impossible-date", "no-rhythm"],
            ["timestamp-role-confusion", "batch-charting-round-times", "date-only-and-placeholder-dates", "per-patient-date-shift"],
            fit: 0.001, usable: 0.01, "Order, precision and rhythm of times");
}

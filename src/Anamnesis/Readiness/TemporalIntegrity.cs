using Anamnesis.Profiling;

namespace Anamnesis.Readiness;

/// <summary>Do we know when it happened and when it was known?</summary>
sealed class TemporalIntegrity : IDimension
{
    public string Id => "temporal-integrity";

    public Gate Assess(Evidence evidence)
    {
        var timed = evidence.Profile.Tables.Where(table => table.Clocks.Count > 0).ToList();
        if (timed.Count == 0)
        {
            return new Gate(Id, 0, [], "Times could not be judged.", "no time column was recognised");
        }

        var silent = timed.Where(table => table.Reading.Of(Role.Value) is not null && table.Reading.Of(Role.Taken) is not null && table.Reading.Of(Role.Recorded) is null && table.Reading.Of(Role.Known) is null)
            .Select(table => table.Table.Name).ToList();
        return Held.Back(
            new Held.Dimension(Id, "time-order", "round-times", "date-only", "impossible-date", "no-rhythm"), evidence, fit: 0.001, usable: 0.01, "Times in disorder, too coarse or without rhythm") with
        {
            NotAssessed = silent.Count == 0 ? null : $"in {Findings.Says.List(silent)} no column tells when a value was known to a reader",
        };
    }
}

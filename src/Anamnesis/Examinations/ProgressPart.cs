using Anamnesis.Engines;

namespace Anamnesis.Examinations;

/// <summary>Progress of a part, told as progress of the whole.</summary>
static class ProgressPart
{
    /// <summary>Maps shares from [0, 1] to [from, to]; null stays null.</summary>
    internal static IProgress<Step>? Part(this IProgress<Step>? whole, double from, double to) =>
        whole is null ? null : new Mapped(whole, from, to);

    sealed class Mapped(IProgress<Step> whole, double from, double to) : IProgress<Step>
    {
        public void Report(Step value) => whole.Report(value with { Share = from + (value.Share * (to - from)) });
    }
}

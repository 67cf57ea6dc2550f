namespace Anamnesis.Cli;

/// <summary>How the program ends.</summary>
static class ExitCode
{
    internal const int Done = 0;
    internal const int Failed = 1;
    internal const int Mend = 2;
    internal const int Bug = 70;
    internal const int Interrupted = 130;
}

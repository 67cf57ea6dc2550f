using Anamnesis.Engines;

namespace Anamnesis.Cli;

/// <summary>One line on the error stream that tells what is being done, how far it has come and about how long it still takes; silent when piped.</summary>
sealed class ProgressLine(Terminal terminal, TimeProvider time) : IProgress<Step>, IDisposable
{
    readonly bool _silent = !ReferenceEquals(terminal.Error, Console.Error) || Console.IsErrorRedirected;
    readonly long _started = time.GetTimestamp();
    readonly Lock _lock = new();
    TimeSpan _shown = TimeSpan.FromSeconds(-1);

    public void Report(Step value)
    {
        if (_silent)
        {
            return;
        }

        lock (_lock)
        {
            var elapsed = time.GetElapsedTime(_started);
            if (elapsed - _shown < TimeSpan.FromMilliseconds(100))
            {
                return;
            }

            _shown = elapsed;
            var left = value.Share > 0.05 && elapsed > TimeSpan.FromSeconds(2) ? $", about {elapsed / value.Share * (1 - value.Share):m\\:ss} left" : string.Empty;
            var says = $"{value.Share * 100,3:0} %  {value.Says}{left}";
            var width = Math.Max(20, Console.WindowWidth - 1);
            terminal.Error.Write("\r" + (says.Length > width ? says[..width] : says.PadRight(width)));
        }
    }

    public void Dispose()
    {
        if (!_silent && _shown >= TimeSpan.Zero)
        {
            terminal.Error.Write("\r" + new string(' ', Math.Max(20, Console.WindowWidth - 1)) + "\r");
        }
    }
}

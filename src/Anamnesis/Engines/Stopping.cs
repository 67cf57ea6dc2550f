using System.Data.Common;

namespace Anamnesis.Engines;

/// <summary>Cancels a command when a token is cancelled, and again until it has ended: a command that is only about to start does not hear the first time.</summary>
sealed class Stopping : IDisposable
{
    static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);

    readonly Lock _lock = new();
    readonly Timer _timer;
    readonly CancellationTokenRegistration _registration;
    bool _ended;

    internal Stopping(DbCommand command, CancellationToken cancellation)
    {
        _timer = new Timer(_ => Cancel(command));
        _registration = cancellation.Register(() => _timer.Change(TimeSpan.Zero, Again));
    }

    /// <summary>After this the command is never touched again.</summary>
    public void Dispose()
    {
        _registration.Dispose();
        _timer.Dispose();
        lock (_lock)
        {
            _ended = true;
        }
    }

    void Cancel(DbCommand command)
    {
        lock (_lock)
        {
            if (!_ended)
            {
                command.Cancel();
            }
        }
    }
}

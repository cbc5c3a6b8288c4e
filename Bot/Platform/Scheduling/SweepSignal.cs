using System;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Scheduling;

/// <summary>Tells whoever schedules the sweep that something is due, perhaps earlier than planned. Only a hint to be quick:
/// what it forgets when the process dies, the safety sweep finds in the table.</summary>
internal sealed class SweepSignal
{
    private readonly Lock gate = new();
    private Func<DateTimeOffset, Task>? listener;

    /// <summary>The one who is told; the last to register wins.</summary>
    public void Listen(Func<DateTimeOffset, Task> told)
    {
        lock (gate)
        {
            listener = told;
        }
    }

    /// <summary>Something will be due at <paramref name="at"/>.</summary>
    public void Expect(DateTimeOffset at)
    {
        Func<DateTimeOffset, Task>? told;
        lock (gate)
        {
            told = listener;
        }

        // Not waited for: the row is stored, and planning the sweep is no part of the turn.
        _ = told?.Invoke(at);
    }
}

using System;
using System.Threading;

namespace Bot.Platform.Deliveries;

/// <summary>One stretch of work at an announcement: when it is over, and when to come back.</summary>
internal sealed class AnnouncementSlice(TimeProvider time, CancellationToken stopping)
{
    /// <summary>After this time nobody else is told in this stretch, and the subject is looked at anew: it may have been called off meanwhile.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly long began = time.GetTimestamp();
    private DateTimeOffset? again;
    private bool isStopped;
    private bool isLeftOver;

    /// <summary>When to call again; null when everybody is done.</summary>
    public DateTimeOffset? Again
    {
        get
        {
            lock (gate)
            {
                return isLeftOver && !isStopped ? time.GetUtcNow() : again;
            }
        }
    }

    /// <summary>Whether the next recipient is still told in this stretch; if not, there is something left over.</summary>
    public bool TakesNext()
    {
        lock (gate)
        {
            var takes = !isStopped && !stopping.IsCancellationRequested && time.GetElapsedTime(began) < Length;
            isLeftOver |= !takes;
            return takes;
        }
    }

    /// <summary>Somebody is to be told at <paramref name="at"/> at the earliest.</summary>
    public void ComeBack(DateTimeOffset at)
    {
        lock (gate)
        {
            again = again is { } sooner && sooner < at ? sooner : at;
        }
    }

    /// <summary>Nobody else can be told for now.</summary>
    /// <param name="until">When to try again; null when something else will wake the subject.</param>
    public void Stop(DateTimeOffset? until)
    {
        lock (gate)
        {
            isStopped = true;
            if (until is { } at && !(again < at))
            {
                again = at;
            }
        }
    }
}

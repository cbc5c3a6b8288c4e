using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Platform.Activities.Connector;

/// <summary>At most so many calls in any stretch of time of this length.</summary>
internal sealed record RateLimit(int Most, TimeSpan Span);

/// <summary>Keeps several limits at once over stretches of time that end at any moment, not at full seconds. For one thread at a time.</summary>
/// <remarks>A call counts from its start until the span after its <em>end</em>: the service counted it somewhere in between, and this way it is kept however
/// much the network delays one call and not the next. Times are those of <see cref="TimeProvider.GetTimestamp"/>.</remarks>
internal sealed class SlidingWindows
{
    private readonly (int Most, long Span)[] limits;
    private readonly long longest;
    private readonly int mostKept;
    private long[] ended = [];
    private int first;
    private int kept;

    /// <summary>Windows on a clock with <paramref name="frequency"/> ticks a second.</summary>
    public SlidingWindows(IEnumerable<RateLimit> limits, long frequency)
    {
        this.limits = [.. limits.Select(limit => (limit.Most, (long)(limit.Span.TotalSeconds * frequency)))];
        longest = this.limits.Max(limit => limit.Span);
        mostKept = this.limits.Max(limit => limit.Most);
    }

    /// <summary>Calls that have started and not ended.</summary>
    public int UnderWay { get; private set; }

    /// <summary>Whether nothing is under way and nothing that ended counts any more.</summary>
    public bool IsEmptyAt(long now)
    {
        Forget(now);
        return UnderWay == 0 && kept == 0;
    }

    /// <summary>Whether nothing is under way, nothing ended within the last <paramref name="span"/>, and what ended before is far from every limit.</summary>
    public bool IsQuietAt(long now, long span) => UnderWay == 0 && kept < mostKept / 6 && (kept == 0 || Newest(1) + span <= now);

    /// <summary>How long until a call may start: zero or less for now, null when that depends on when a call under way ends.</summary>
    public long? WaitAt(long now)
    {
        Forget(now);
        var wait = 0L;
        foreach (var (most, span) in limits)
        {
            var room = most - UnderWay;
            if (room <= 0)
            {
                return null;
            }

            if (kept >= room)
            {
                wait = Math.Max(wait, Newest(room) + span - now);
            }
        }

        return wait;
    }

    /// <summary>A call starts.</summary>
    public void Enter() => UnderWay++;

    /// <summary>A call ended.</summary>
    /// <param name="now">When.</param>
    /// <param name="counts">False when it was never made.</param>
    public void Leave(long now, bool counts = true)
    {
        UnderWay--;
        if (counts)
        {
            Keep(now);
        }
    }

    private long Newest(int place) => ended[(first + kept - place) % ended.Length];

    private void Keep(long now)
    {
        if (kept == mostKept)
        {
            first = (first + 1) % ended.Length;
            kept--;
        }
        else if (kept == ended.Length)
        {
            var larger = new long[Math.Min(mostKept, Math.Max(4, kept * 2))];
            for (var place = 0; place < kept; place++)
            {
                larger[place] = ended[(first + place) % ended.Length];
            }

            (ended, first) = (larger, 0);
        }

        ended[(first + kept) % ended.Length] = now;
        kept++;
    }

    private void Forget(long now)
    {
        while (kept > 0 && ended[first] + longest <= now)
        {
            first = (first + 1) % ended.Length;
            kept--;
        }
    }
}

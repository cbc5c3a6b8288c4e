using NodaTime;

namespace Bot.Platform.Calendars;

/// <summary>One appointment as calendars know it (RFC 5545, VEVENT).</summary>
internal sealed record CalendarAppointment
{
    /// <summary>Names it in every calendar for ever, whatever changes of it (UID).</summary>
    public required string Uid { get; init; }

    /// <summary>How often what people must know of it has changed: its time, its place, whether it takes place (SEQUENCE). 0 at first.</summary>
    public int Sequence { get; init; }

    /// <summary>When it was last changed (DTSTAMP, LAST-MODIFIED).</summary>
    public required Instant ChangedAt { get; init; }

    /// <summary>When it begins, in <see cref="Zone"/>.</summary>
    public required LocalDateTime Start { get; init; }

    /// <summary>When it ends, in <see cref="Zone"/>; after <see cref="Start"/>.</summary>
    public required LocalDateTime End { get; init; }

    /// <summary>Where it is local, by its name in the tz database, such as <c>Europe/Berlin</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>What it is, in one line.</summary>
    public required string Summary { get; init; }

    /// <summary>Where it is; empty when not yet said.</summary>
    public string Location { get; init; } = string.Empty;

    /// <summary>What else is to be known; empty for nothing.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Whether it will not take place (STATUS:CANCELLED).</summary>
    public bool IsCancelled { get; init; }
}

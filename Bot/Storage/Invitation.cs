using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Storage;

/// <summary>How a meeting stands in the organizer's calendar, as far as the bot has brought it there.</summary>
internal sealed record Invitation
{
    /// <summary>The meeting.</summary>
    public required MeetingId Meeting { get; init; }

    /// <summary>The how-manieth event it is: one that somebody removed from the calendar is followed by another. 0 for the first.</summary>
    public int Generation { get; init; }

    /// <summary>Whether the making of the event was begun: then there may be one although <see cref="Event"/> does not say so.</summary>
    public bool IsBegun { get; init; }

    /// <summary>The event's identity in the calendar; null while none is known.</summary>
    public string? Event { get; init; }

    /// <summary>The event's version when it was last read (ETag); empty for none.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>Fingerprint of subject, time and place as they were last brought there; empty for never.</summary>
    public string Content { get; init; } = string.Empty;

    /// <summary>Fingerprint of who is invited by the event; empty for never.</summary>
    public string People { get; init; } = string.Empty;

    /// <summary><see cref="Domain.Meetings.Meeting.AskedRevision"/> of the date the event has; null where that was never noted.</summary>
    public int? Asked { get; init; }

    /// <summary>From when on answers are about that date; null for from the beginning.</summary>
    public Instant? AskedAt { get; init; }

    /// <summary>Whether the event was cancelled.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>How often in a row bringing it up to date failed.</summary>
    public int Failures { get; init; }

    /// <summary>Until when one instance is at it and all others leave it alone.</summary>
    public Instant LeaseUntil { get; init; }
}

/// <summary>What somebody answered to an invitation in their own calendar.</summary>
/// <param name="Person">Who.</param>
/// <param name="Kind">What.</param>
/// <param name="At">When, as their calendar says; where it does not, when the bot first read it.</param>
/// <param name="Asked"><see cref="Domain.Meetings.Meeting.AskedRevision"/> of the date it was given for; <see cref="Stale"/> for one there is no more.</param>
internal sealed record CalendarAnswer(PersonId Person, CalendarAnswerKind Kind, Instant At, int Asked = 0)
{
    /// <summary>Given for a date the meeting has no more. It is kept, so that an answer whose time is not told is not taken for a new one.</summary>
    public const int Stale = -1;

    /// <summary>The same as an answer among those given to the bot.</summary>
    public MeetingReply AsReply() => new(Person, KindOf(Kind), Asked, At) { IsFromCalendar = true };

    private static ReplyKind KindOf(CalendarAnswerKind kind) => kind switch
    {
        CalendarAnswerKind.Accepted => ReplyKind.Accepted,
        CalendarAnswerKind.Tentative => ReplyKind.Tentative,
        CalendarAnswerKind.Declined => ReplyKind.Regretted,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>The answers calendars know.</summary>
internal enum CalendarAnswerKind
{
    /// <summary>Comes.</summary>
    Accepted,

    /// <summary>Perhaps.</summary>
    Tentative,

    /// <summary>Does not come.</summary>
    Declined,
}

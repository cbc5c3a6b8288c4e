using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NodaTime;

namespace Bot.Platform.Directory;

/// <summary>The calendar of the mailbox that invites. Every call may throw a <see cref="DirectoryException"/>.</summary>
internal interface IOrganizerCalendar
{
    /// <summary>Puts an event into the calendar; those it names are invited by it at once.</summary>
    /// <param name="entry">What it is.</param>
    /// <param name="mark">The event's identity with us. Asked twice with the same mark, Graph makes one event.</param>
    /// <param name="cancellationToken">Stops waiting, not the making.</param>
    Task<DirectoryEvent> CreateAsync(DirectoryEntry entry, EventMark mark, CancellationToken cancellationToken);

    /// <summary>The event with that mark; null when there is none.</summary>
    Task<DirectoryEvent?> FindAsync(EventMark mark, CancellationToken cancellationToken);

    /// <summary>The event as it stands; null when it is not there (any more).</summary>
    /// <param name="id">Graph's identity of it.</param>
    /// <param name="zone">The zone its times are told in.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<DirectoryEvent?> ReadAsync(string id, string zone, CancellationToken cancellationToken);

    /// <summary>Changes an event; who is invited is told by it. What people have written into its text, and the Teams link in it, stay.</summary>
    /// <param name="id">Graph's identity of it.</param>
    /// <param name="entry">How it is to be.</param>
    /// <param name="isRetimed">Whether anything but the people has changed: otherwise only people who were added or removed are told.</param>
    /// <param name="arePeopleChanged">Whether the people have changed.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Null when the event is not there (any more).</returns>
    Task<DirectoryEvent?> ChangeAsync(string id, DirectoryEntry entry, bool isRetimed, bool arePeopleChanged, CancellationToken cancellationToken);

    /// <summary>Cancels an event; who was invited is told by it. One that is gone is cancelled already.</summary>
    Task CancelAsync(string id, string comment, CancellationToken cancellationToken);

    /// <summary>How many of these mailboxes are busy in a span. Nothing else of their calendars is read.</summary>
    /// <param name="mailboxes">Their addresses.</param>
    /// <param name="start">Local time.</param>
    /// <param name="end">Local time, after <paramref name="start"/>.</param>
    /// <param name="zone">Where that is local.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<BusyCount> BusyAsync(IReadOnlyCollection<string> mailboxes, LocalDateTime start, LocalDateTime end, string zone, CancellationToken cancellationToken);
}

/// <summary>An event's identity with us, however often its making is asked for.</summary>
/// <param name="Key">Names it for ever; letters, digits, '-', '.' and '|'.</param>
internal readonly record struct EventMark(string Key);

/// <summary>What an event is to be.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">What stands in it; only when it is made.</param>
/// <param name="Start">Local time.</param>
/// <param name="End">Local time.</param>
/// <param name="Zone">Where that is local, by its name in the tz database.</param>
/// <param name="Place">Where; empty for not said.</param>
/// <param name="People">Who is invited, at most <see cref="MostPeople"/>. None of them sees the others.</param>
internal sealed record DirectoryEntry(
    string Subject, string Text, LocalDateTime Start, LocalDateTime End, string Zone, string Place, IReadOnlyList<DirectoryPerson> People)
{
    /// <summary>The most people an event takes (Graph, resource event).</summary>
    public const int MostPeople = 500;
}

/// <summary>Somebody who is invited.</summary>
/// <param name="Address">Mail address, inside or outside the tenant.</param>
/// <param name="Name">The name shown.</param>
internal sealed record DirectoryPerson(string Address, string Name)
{
    /// <summary>Says only that there is one.</summary>
    public override string ToString() => "(person)";
}

/// <summary>An event as it stands.</summary>
/// <param name="Id">Graph's identity of it.</param>
/// <param name="Version">Its version (ETag); empty when not told.</param>
/// <param name="Uid">What names it in every calendar (RFC 5545, UID); null when not told.</param>
/// <param name="JoinLink">Where one joins it online; null while there is none.</param>
/// <param name="Start">Local time in the zone that was asked for; null when not told.</param>
/// <param name="End">Likewise.</param>
/// <param name="IsCancelled">Whether it is cancelled.</param>
/// <param name="Answers">What those invited have answered.</param>
internal sealed record DirectoryEvent(
    string Id, string Version, string? Uid, string? JoinLink, LocalDateTime? Start, LocalDateTime? End, bool IsCancelled, IReadOnlyList<DirectoryAnswer> Answers);

/// <summary>What somebody answered in their calendar.</summary>
/// <param name="Address">Whose answer.</param>
/// <param name="Kind">What.</param>
/// <param name="At">When; null when not told.</param>
internal sealed record DirectoryAnswer(string Address, DirectoryAnswerKind Kind, Instant? At)
{
    /// <summary>Says only that there is one.</summary>
    public override string ToString() => "(answer)";
}

/// <summary>The answers calendars know.</summary>
internal enum DirectoryAnswerKind
{
    /// <summary>Comes.</summary>
    Accepted,

    /// <summary>Perhaps.</summary>
    Tentative,

    /// <summary>Does not come.</summary>
    Declined,
}

/// <summary>How many calendars are busy.</summary>
/// <param name="Known">Of how many calendars anything was told.</param>
/// <param name="Busy">How many of them are busy, or out of office.</param>
internal sealed record BusyCount(int Known, int Busy);

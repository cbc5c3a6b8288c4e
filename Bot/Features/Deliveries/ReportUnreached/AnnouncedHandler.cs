using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Deliveries.ReportUnreached;

/// <summary>Looks along whenever a subject is looked at because something may be said about it: notes that it is talked about, and has looked a little later whom it has reached.</summary>
/// <param name="reports">Finds the subject.</param>
/// <param name="networks">The networks.</param>
/// <param name="announced">Where it is noted.</param>
/// <param name="due">Where the later look is written.</param>
/// <param name="subjectKind">The kind of subject it looks along with.</param>
/// <param name="kind">The kind under which it does.</param>
internal sealed class AnnouncedHandler(ReachReports reports, NetworkStore networks, AnnouncedStore announced, DueTable due, string subjectKind, string kind) : IDueHandler
{
    /// <summary>The later look lies at a full half hour at least this far ahead: looks that come soon after each other share it.</summary>
    private static readonly TimeSpan AtLeast = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Grid = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public string Kind => kind;

    /// <inheritdoc/>
    public string? Follows => subjectKind;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = subjectKind + "." + subject.Id;
        if (await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is { } snapshot && await reports.FindAsync(snapshot.Network, key, cancellationToken) is { } found)
        {
            await due.AddAsync(Subjects.Due(snapshot.Network.Id, Subjects.Reach, key), [LaterThan(now)], cancellationToken);
            if (found.Matter is not null)
            {
                // It is looked at although nothing is said, every day or when it is made: what was said is noted once it was.
                return null;
            }

            await announced.NoteAsync(snapshot.Network.Id, new Announced(subjectKind, subject.Id, found.Committee.Id, Instant.FromDateTimeOffset(now), 0), cancellationToken);
        }

        return null;
    }

    /// <summary>When it is looked whom something has reached that is being said now.</summary>
    public static DateTimeOffset LaterThan(DateTimeOffset now) => new((((now + AtLeast).UtcTicks / Grid.Ticks) + 1) * Grid.Ticks, TimeSpan.Zero);
}

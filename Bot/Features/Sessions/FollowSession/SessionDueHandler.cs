using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Sessions.FollowSession;

/// <summary>Looks at a meeting that was opened: says so, writes down that the clock has closed it, and of a closed one ends its ballots, records what was decided and tells; of
/// one whose opening was taken back it brings the posted cards up to date. Each step may be repeated after a crash.</summary>
internal sealed class SessionDueHandler(
    NetworkStore networks, MeetingStore meetings, AgendaStore agendas, SessionStore sessions, SessionViews views, SessionOutcome outcome, SessionBallots ballots,
    SessionPosts posts, DueTable due) : IDueHandler
{
    private const int Attempts = 10;

    /// <inheritdoc/>
    public string Kind => Subjects.Session;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (network, meeting, moment) = (new NetworkId(subject.Network), new MeetingId(subject.Id), Instant.FromDateTimeOffset(now));
        if (await networks.FindAsync(network, cancellationToken) is not { } snapshot || !await CloseAsync(snapshot.Network, meeting, moment, cancellationToken)
            || await views.LoadAsync(snapshot.Network, meeting, cancellationToken) is not { } view)
        {
            return null;
        }

        switch (view.Session.StateAt(moment))
        {
            case MeetingState.InSession:
                posts.Refresh(snapshot, meeting);
                var opened = await posts.AnnounceOpenAsync(snapshot, view, cancellationToken);
                var asked = await posts.AskTiesAsync(snapshot, view, cancellationToken);
                return opened is null || asked < opened ? asked ?? opened : opened;
            case MeetingState.Closed:
                await ballots.EndAsync(view.Session, moment, cancellationToken);
                await outcome.RecordAsync(view.Session, moment, cancellationToken);

                // Whether the meeting lost its quorum is asked when it is closed.
                await due.LookAgainAsync(Subjects.Due(network, Subjects.Meeting, meeting.Value), cancellationToken);

                // What was left open, and the answers other committees wait for, go on at once.
                await due.LookAgainAsync(Subjects.Due(network, Subjects.Agenda, meeting.Value), cancellationToken);

                var again = await views.LoadAsync(snapshot.Network, meeting, cancellationToken) is { } recorded
                    ? await posts.AnnounceClosedAsync(snapshot, recorded, cancellationToken)
                    : null;

                // The minutes are drafted from here on: what was decided has its numbers now, and that the meeting is closed was said before their draft is.
                await due.LookAgainAsync(Subjects.Due(network, Subjects.MinutesDraft, subject.Id), cancellationToken);
                return again;
            case MeetingState.Invited:
                posts.Refresh(snapshot, meeting);

                // What was to be said of the meeting while it was open by mistake is said now.
                await due.LookAgainAsync(Subjects.Due(network, Subjects.Meeting, meeting.Value), cancellationToken);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Writes down that the clock has closed the meeting, where it has.</summary>
    /// <returns>False when there is no such meeting.</returns>
    private async Task<bool> CloseAsync(Network network, MeetingId id, Instant now, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await meetings.FindAsync(network, id, cancellationToken) is not { } found)
            {
                return false;
            }

            var agenda = await agendas.OfAsync(network.Id, found.Value, cancellationToken);
            var session = new MeetingSession(network, agenda, await sessions.OfAsync(network.Id, id, cancellationToken));
            if (session.CloseByClock(now) is not { } closing || await sessions.TryStoreAsync(network.Id, found, closing, head: null, cancellationToken))
            {
                return true;
            }
        }

        throw new InvalidOperationException("Others were faster too often; it is looked at again.");
    }
}

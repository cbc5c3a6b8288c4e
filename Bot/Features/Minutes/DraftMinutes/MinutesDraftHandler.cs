using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Minutes.DraftMinutes;

/// <summary>Drafts the minutes of a meeting when it was closed, by its chair or by the clock. Whom it concerns is told of the draft as of every other.</summary>
internal sealed class MinutesDraftHandler(NetworkStore networks, MeetingStore meetings, BallotStore ballots, MinutesDrafting drafting) : IDueHandler
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <summary>So long is waited for ballots that have ended and are not counted yet; then they are left open, and the draft can be made anew.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(10);

    /// <inheritdoc/>
    public string Kind => Subjects.MinutesDraft;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (network, moment) = (new NetworkId(subject.Network), Instant.FromDateTimeOffset(now));
        if (await networks.FindAsync(network, cancellationToken) is not { } snapshot
            || await meetings.FindAsync(network, new MeetingId(subject.Id), cancellationToken) is not { Value: { State: MeetingState.Closed, OpenedAt: not null } meeting }
            || snapshot.Network.Committee(meeting.Committee) is not { } committee)
        {
            return null;
        }

        if (moment < meeting.ClosedAt + Patience && await AwaitsCountAsync(network, meeting, moment, cancellationToken))
        {
            return now + Soon;
        }

        await drafting.DraftByItselfAsync(snapshot, committee, meeting, moment, cancellationToken);
        return null;
    }

    private async Task<bool> AwaitsCountAsync(NetworkId network, Meeting meeting, Instant now, CancellationToken cancellationToken) =>
        (await ballots.InMeetingAsync(network, meeting.Id, cancellationToken)).Any(record => record is { Ballot.Voided: null, Result: null, Count: null } && record.Ballot.EndsAt <= now);
}

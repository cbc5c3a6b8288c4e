using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.PassItems;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Meetings.RemindMembers;

/// <summary>Looks at a meeting as it is now and has said what is to be said: its date, a reminder, that it is cancelled, that it lacked a quorum. Once each.</summary>
internal sealed class MeetingDueHandler(
    NetworkStore networks, MeetingStore meetings, PassedItems passed, MeetingNews news, CancelledNews cancelled, FollowUpOffers offers) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Meeting;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        if (await networks.FindAsync(network, cancellationToken) is not { } snapshot
            || await meetings.FindAsync(network, new MeetingId(subject.Id), cancellationToken) is not { Value: var meeting }
            || snapshot.Network.Committee(meeting.Committee) is not { } committee)
        {
            return null;
        }

        var moment = Instant.FromDateTimeOffset(now);
        if (meeting.State == MeetingState.Cancelled)
        {
            await passed.SettleAsync(snapshot, meeting, moment, cancellationToken);
            return await cancelled.TellAsync(snapshot, meeting, now, cancellationToken);
        }

        return meeting.State == MeetingState.Invited && moment < meeting.StartsAt(snapshot.Network.Zone)
            ? await news.TellAsync(snapshot, committee, meeting, moment, cancellationToken)
            : await offers.OfferAsync(snapshot, committee, meeting, moment, cancellationToken);
    }
}

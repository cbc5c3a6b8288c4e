using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.CallFollowUp;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.RemindMembers;

/// <summary>Offers the coordinators the follow-up of a meeting whose quorum was never reached, filled in, once.</summary>
internal sealed class FollowUpOffers(FollowUpFinder finder, Announcer announcer)
{
    /// <summary>What is pointless is not said any more after so many days.</summary>
    private static readonly Duration Longest = Duration.FromDays(14);

    /// <summary>Makes the offer if it is due.</summary>
    /// <returns>When to look again; null when nothing more is to come.</returns>
    public async Task<DateTimeOffset?> OfferAsync(NetworkSnapshot snapshot, Committee committee, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        var start = meeting.StartsAt(snapshot.Network.Zone);
        if (now < start + FollowUpOffer.Patience || now > start + Longest || committee.Rules.FollowUps is null
            || await finder.IsMissedAsync(snapshot.Network, committee, meeting, now, cancellationToken) != true
            || FollowUpOffer.Of(meeting, committee.Rules, isMissed: true, snapshot.Network.Zone, now) is not Outcome<FollowUp>.Done(var followUp)
            || await finder.HasFollowUpAsync(snapshot.Network.Id, meeting, cancellationToken))
        {
            return null;
        }

        var audiences = Audiences.Coordinators(snapshot, reader => FollowUpCard.Message(reader, snapshot.Network, committee, meeting, followUp, now)).ToList();
        return await announcer.AnnounceAsync(
            new Announcement(
                snapshot.Tenant, Subjects.Filed(snapshot.Network.Id, Subjects.Meeting, meeting.Id.Value), MeetingPosts.FollowUpOffer, audiences,
                Subjects.Due(snapshot.Network.Id, Subjects.Meeting, meeting.Id.Value)),
            cancellationToken);
    }
}

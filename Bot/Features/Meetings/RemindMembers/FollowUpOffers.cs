using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Domain.Sessions;
using Bot.Features.Meetings.CallFollowUp;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.RemindMembers;

/// <summary>Offers the coordinators, and whoever led it, the follow-up of a meeting whose quorum was never reached, or was lost before all was dealt with, filled in, once.</summary>
internal sealed class FollowUpOffers(FollowUpFinder finder, SessionStore sessions, Announcer announcer)
{
    /// <summary>What is pointless is not said any more after so many days.</summary>
    private static readonly Duration Longest = Duration.FromDays(14);

    /// <summary>Makes the offer if it is due.</summary>
    /// <returns>When to look again; null when nothing more is to come.</returns>
    public async Task<DateTimeOffset?> OfferAsync(NetworkSnapshot snapshot, Committee committee, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        var start = meeting.StartsAt(snapshot.Network.Zone);
        if (now < start + FollowUpOffer.Patience || now > start + Longest || committee.Rules.FollowUps is null
            || await StandingAsync(snapshot, committee, meeting, now, cancellationToken) is not { } standing
            || FollowUpFinder.Of(snapshot.Network, committee, meeting, standing, now) is not Outcome<FollowUp>.Done(var followUp)
            || await finder.FollowingAsync(snapshot.Network.Id, meeting, cancellationToken) is not null)
        {
            return null;
        }

        var audiences = Audiences.Coordinators(snapshot, committee, reader => FollowUpCard.Message(reader, snapshot.Network, committee, meeting, followUp, now))
            .Concat(Audiences.People(snapshot, Chair(snapshot.Network, meeting), (_, reader) => FollowUpCard.Message(reader, snapshot.Network, committee, meeting, followUp, now))).ToList();
        return await announcer.AnnounceAsync(
            new Announcement(
                snapshot.Tenant, Subjects.Filed(snapshot.Network.Id, Subjects.Meeting, meeting.Id.Value), MeetingMessages.FollowUpOffer, audiences,
                Subjects.Due(snapshot.Network.Id, Subjects.Meeting, meeting.Id.Value)),
            cancellationToken);
    }

    /// <summary>How a meeting stood that is to be followed; null where none is. Those who left may come back, so that the quorum was lost is only said when the meeting is
    /// closed; and only of one that went along its agenda, as nobody knows of another what was left.</summary>
    private async Task<QuorumStanding?> StandingAsync(NetworkSnapshot snapshot, Committee committee, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        var standing = await finder.StandingAsync(snapshot.Network, committee, meeting, now, cancellationToken);
        return standing switch
        {
            QuorumStanding.Missed => standing,
            QuorumStanding.Lost when meeting.StateAt(snapshot.Network.Zone, now) == MeetingState.Closed
                && (await sessions.OfAsync(snapshot.Network.Id, meeting.Id, cancellationToken)).Standing.Any(entry => entry.IsStep) => standing,
            _ => null,
        };
    }

    /// <summary>Its chair, where they get no offer as a coordinator.</summary>
    private static PersonId[] Chair(Network network, Meeting meeting) =>
        meeting.Chair is { } chair && network.Allows(Right.CallFollowUp, chair, meeting.Committee, chair) && !network.Allows(Right.CallMeeting, chair, meeting.Committee) ? [chair] : [];
}

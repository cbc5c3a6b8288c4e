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
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.RemindMembers;

/// <summary>Offers the coordinators the follow-up of a meeting whose quorum was never reached, or was lost before all was dealt with, filled in, once; and tells whoever led
/// the meeting that they have it.</summary>
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
            || await finder.HasFollowUpAsync(snapshot.Network.Id, meeting, cancellationToken))
        {
            return null;
        }

        var audiences = Audiences.Coordinators(snapshot, committee, reader => FollowUpCard.Message(reader, snapshot.Network, committee, meeting, followUp, now))
            .Concat(Audiences.People(snapshot, Chair(snapshot.Network, meeting), (_, reader) => Told(reader, snapshot.Network, meeting, followUp))).ToList();
        return await announcer.AnnounceAsync(
            new Announcement(
                snapshot.Tenant, Subjects.Filed(snapshot.Network.Id, Subjects.Meeting, meeting.Id.Value), MeetingPosts.FollowUpOffer, audiences,
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

    /// <summary>Its chair, who may not invite; coordinators have the offer itself.</summary>
    private static PersonId[] Chair(Network network, Meeting meeting) =>
        meeting.Chair is { } chair && network.Person(chair) is not null && !network.Allows(Right.CallMeeting, chair, meeting.Committee) ? [chair] : [];

    private static Activity Told(Reader reader, Network network, Meeting meeting, FollowUp followUp)
    {
        var coordinators = string.Join(", ", network.Coordinators.Select(person => CardText.Escape(person.Name, LineBreaks.Collapse)));
        var said = Messages.Get(reader, followUp.WasLost ? Sentence.FollowUpToldLost : Sentence.FollowUpToldMissed, MeetingCard.Title(reader, network, meeting), coordinators);
        return CardMessage.Of(reader, SentenceCard.Of(reader, said), said);
    }
}

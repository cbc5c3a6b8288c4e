using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.RemindMembers;

/// <summary>Tells those who were told of a meeting that it is off; nobody else.</summary>
internal sealed class CancelledNews(Announcer announcer, DeliveryLedger ledger)
{
    /// <summary>So long after the meeting would have begun it is of no use any more to hear that it is off.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    /// <summary>Tells them once. Whom another instance is just telling of the meeting may be told a moment later.</summary>
    /// <returns>When to look again because something is still under way; null when everybody is done.</returns>
    public async Task<DateTimeOffset?> TellAsync(NetworkSnapshot snapshot, Meeting meeting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now >= meeting.StartsAt(snapshot.Network.Zone).ToDateTimeOffset() + Late)
        {
            return null;
        }

        var told = new HashSet<string>(StringComparer.Ordinal);
        DateTimeOffset? underWay = null;
        var subject = Subjects.Filed(snapshot.Network.Id, Subjects.Meeting, meeting.Id.Value);
        await foreach (var line in ledger.AboutAsync(subject, cancellationToken))
        {
            switch (line)
            {
                case { Kind: MeetingMessages.Cancellation }:
                    break;
                case { State: DeliveryState.Sent }:
                    told.Add(line.Audience);
                    break;
                case { State: DeliveryState.Claimed } when line.LeaseUntil > now:
                    underWay = underWay is { } later && later > line.LeaseUntil ? later : line.LeaseUntil;
                    break;
                default:
                    break;
            }
        }

        var audiences = told.Select(key => new Audience(key, null, locale => Message(snapshot.Network, meeting, Audiences.ReaderOf(snapshot, key, locale))));
        return await announcer.AnnounceAsync(new Announcement(snapshot.Tenant, subject, MeetingMessages.Cancellation, [.. audiences]), cancellationToken) ?? underWay;
    }

    internal static Activity Message(Network network, Meeting meeting, Reader reader)
    {
        var said = Messages.Get(reader, Sentence.MeetingCancelledLead, MeetingCard.Title(reader, network, meeting));
        var card = SentenceCard.Of(reader, said);
        return CardMessage.Of(reader, card with { Body = [.. card.Body, MeetingCard.Facts(reader, meeting)] }, said);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.PassItems;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.RemindMembers;

/// <summary>Looks at a meeting and says what is to be said now: the invitation, a reminder, or that it is cancelled. Once each.</summary>
internal sealed class MeetingDueHandler(
    NetworkStore networks, MeetingStore meetings, AgendaPreparation preparation, PassedItems passed, Announcer announcer, DeliveryLedger ledger) : IDueHandler
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
            return await TellCancelledAsync(snapshot, meeting, now, cancellationToken);
        }

        return moment >= meeting.StartsAt(snapshot.Network.Zone) ? null : await TellAsync(snapshot, committee, meeting, moment, cancellationToken);
    }

    /// <summary>A reminder says all an invitation says; where both are due, as after an outage, one message is enough.</summary>
    private async Task<DateTimeOffset?> TellAsync(
        NetworkSnapshot snapshot, Committee committee, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        var agenda = (await preparation.PreparedAsync(snapshot.Network, meeting, cancellationToken)).Agenda;
        var reminder = meeting.ReminderDue(committee.Rules, snapshot.Network.Zone, now);
        var kind = reminder is null ? MeetingPosts.Invitation : MeetingPosts.ReminderKind(reminder);
        var audiences = MeetingPosts.Everybody(snapshot, committee, (reader, isPrivate) => Message(snapshot.Network, agenda, reminder, reader, now, isPrivate));
        var announcement = new Announcement(
            snapshot.Tenant, Filed(snapshot, meeting), kind, audiences, Subjects.Due(snapshot.Network.Id, Subjects.Meeting, meeting.Id.Value));
        return await announcer.AnnounceAsync(announcement, cancellationToken);
    }

    internal static Activity Message(Network network, Agenda agenda, MeetingReminder? reminder, Reader reader, Instant now, bool isPrivate = false)
    {
        var lead = reminder is null ? Messages.Get(reader, Sentence.InvitationLead) : ReminderLead(network, agenda.Meeting, reader, now);
        var card = MeetingCard.Render(reader, network, agenda, now, lead, isPrivate: isPrivate);
        return CardMessage.Of(reader, card);
    }

    /// <summary>Counts from today, not from when the reminder was due: it may go out late.</summary>
    private static string ReminderLead(Network network, Meeting meeting, Reader reader, Instant now) =>
        Period.DaysBetween(now.InZone(network.Zone).Date, meeting.Day) switch
        {
            <= 0 => Messages.Get(reader, Sentence.ReminderToday),
            1 => Messages.Get(reader, Sentence.ReminderTomorrow),
            var days => Messages.Get(reader, Sentence.ReminderInDays, days),
        };

    /// <summary>Those who were told of the meeting are told that it is off; nobody else. Whom another instance is just telling may be told a moment later.</summary>
    private async Task<DateTimeOffset?> TellCancelledAsync(
        NetworkSnapshot snapshot, Meeting meeting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        DateTimeOffset? underWay = null;
        await foreach (var line in ledger.AboutAsync(Filed(snapshot, meeting), cancellationToken))
        {
            switch (line)
            {
                case { Kind: MeetingPosts.Cancellation }:
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

        var audiences = told.Select(key => new Audience(
            key, null, locale => CancelledMessage(snapshot.Network, meeting, Audiences.ReaderOf(snapshot, key, locale))));
        var announcement = new Announcement(snapshot.Tenant, Filed(snapshot, meeting), MeetingPosts.Cancellation, [.. audiences]);
        return await announcer.AnnounceAsync(announcement, cancellationToken) ?? underWay;
    }

    internal static Activity CancelledMessage(Network network, Meeting meeting, Reader reader)
    {
        var said = Messages.Get(reader, Sentence.MeetingCancelledLead, MeetingCard.Title(reader, network, meeting));
        var card = SentenceCard.Of(reader, said);
        return CardMessage.Of(reader, card with { Body = [.. card.Body, MeetingCard.Facts(reader, meeting)] }, said);
    }

    private static string Filed(NetworkSnapshot snapshot, Meeting meeting) => Subjects.Filed(snapshot.Network.Id, Subjects.Meeting, meeting.Id.Value);
}

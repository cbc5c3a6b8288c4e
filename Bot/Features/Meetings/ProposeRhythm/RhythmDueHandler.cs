using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.CallMeeting;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.ProposeRhythm;

/// <summary>Looks at a committee's rhythm once a day and proposes the next day to the coordinators, once for each day.</summary>
internal sealed class RhythmDueHandler(NetworkStore networks, MeetingStore meetings, NearbyMeetings nearby, DueTable due, Announcer announcer) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Rhythm;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = new NetworkId(subject.Network);
        if (await networks.FindAsync(id, cancellationToken) is not { } snapshot
            || snapshot.Network.Committee(new CommitteeId(subject.Id)) is not { Rules: { Rhythm: { } rhythm } } committee)
        {
            return null;
        }

        var today = Instant.FromDateTimeOffset(now).InZone(snapshot.Network.Zone).Date;
        var next = NextMorning(snapshot.Network.Zone, today);
        await WatchQuarterAsync(snapshot.Network, committee, today, cancellationToken);
        if (WakingHours.NextAfter(Instant.FromDateTimeOffset(now), snapshot.Network.Zone) is { } morning)
        {
            return morning.ToDateTimeOffset();
        }

        if (RhythmRule.Of(committee.Rules).NamesNoDay)
        {
            return await HintAsync(snapshot, committee, today, cancellationToken) ?? next;
        }

        if (await HasMeetingAsync(id, committee, today, cancellationToken))
        {
            return next;
        }

        var earliest = committee.Rules.Notice.EarliestMeetingDay(today.PlusDays(1));
        var day = rhythm.ProposedDay(earliest, PublicHolidays.For(snapshot.Network.Land));
        if (day is not { } proposed || today < proposed.PlusDays(-committee.Rules.ProposalDays))
        {
            return next;
        }

        return await ProposeAsync(snapshot, committee, proposed, Instant.FromDateTimeOffset(now), cancellationToken) ?? next;
    }

    /// <summary>Every day anew, so that a rhythm set meanwhile, and one of a version before there was a watch, is watched as well; the same row each time.</summary>
    private async Task WatchQuarterAsync(Network network, Committee committee, LocalDate today, CancellationToken cancellationToken)
    {
        if (!committee.Rules.RhythmIsSoft)
        {
            var stage = network.Zone.AtLeniently(QuarterWatch.NextAfter(today) + WakingHours.From).ToInstant().ToDateTimeOffset();
            await due.AddAsync(Subjects.Due(network.Id, Subjects.Quarter, committee.Id.Value), [stage], cancellationToken);
        }
    }

    private static DateTimeOffset NextMorning(DateTimeZone zone, LocalDate today) =>
        zone.AtLeniently(today.PlusDays(1) + WakingHours.From).ToInstant().ToDateTimeOffset();

    private async Task<bool> HasMeetingAsync(NetworkId network, Committee committee, LocalDate today, CancellationToken cancellationToken)
    {
        await foreach (var meeting in meetings.FromAsync(network, today, cancellationToken))
        {
            if (meeting.Committee == committee.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of a rhythm that names no day: a step in which no meeting is called is told of once, as early as a day would be proposed.</summary>
    private async Task<DateTimeOffset?> HintAsync(NetworkSnapshot snapshot, Committee committee, LocalDate today, CancellationToken cancellationToken)
    {
        var called = new List<LocalDate>();
        var earliest = committee.Rules.Notice.EarliestMeetingDay(today);
        var spans = committee.Rules.Rhythm!.SpansFrom(earliest).TakeWhile(span => today >= span.Start.PlusDays(-committee.Rules.ProposalDays)).ToList();
        if (spans.Count == 0)
        {
            return null;
        }

        await foreach (var meeting in meetings.FromAsync(snapshot.Network, spans[0].Start, cancellationToken))
        {
            if (meeting.Day > spans[^1].End)
            {
                break;
            }

            called.AddRange(meeting.Committee == committee.Id && meeting.State != MeetingState.Cancelled ? [meeting.Day] : []);
        }

        if (spans.Find(span => !called.Exists(span.Contains)) is not { } open)
        {
            return null;
        }

        var audiences = Audiences.Coordinators(snapshot, committee, reader => RhythmHint.Message(committee, open, reader)).ToList();
        return await announcer.AnnounceAsync(
            new Announcement(
                snapshot.Tenant, Subjects.Filed(snapshot.Network.Id, Subjects.Rhythm, committee.Id.Value), "hint-" + RowFormat.Write(open.Start), audiences,
                Subjects.Due(snapshot.Network.Id, Subjects.Rhythm, committee.Id.Value)), cancellationToken);
    }

    private async Task<DateTimeOffset?> ProposeAsync(
        NetworkSnapshot snapshot, Committee committee, LocalDate day, Instant now, CancellationToken cancellationToken)
    {
        // Every coordinator is told the same, so nothing of any confidential committee but this one.
        var known = snapshot.Network.Showing(one => one.Id == committee.Id);
        var clashes = await nearby.ClashesAsync(known, new MeetingSlot(committee.Id, day, committee.Rules.UsualStart, null), cancellationToken);
        var audiences = Audiences.Coordinators(snapshot, committee, reader => Message(known, committee, day, now, reader, clashes)).ToList();
        var subject = Subjects.Filed(snapshot.Network.Id, Subjects.Rhythm, committee.Id.Value);
        var wake = Subjects.Due(snapshot.Network.Id, Subjects.Rhythm, committee.Id.Value);
        return await announcer.AnnounceAsync(
            new Announcement(snapshot.Tenant, subject, "proposal-" + RowFormat.Write(day), audiences, wake), cancellationToken);
    }

    internal static Activity Message(Network network, Committee committee, LocalDate day, Instant now, Reader reader, IReadOnlyList<MeetingClash>? clashes = null)
    {
        var proposal = new MeetingProposal(committee.Id, day, committee.Rules.UsualStart, committee.Rules.UsualPlace, string.Empty, string.Empty);
        // The same for every coordinator: who presses first calls the meeting, who presses second sees that it is called.
        var form = FormReference.About($"{network.Id}|{committee.Id}|{RowFormat.Write(day)}");
        var draft = new MeetingDraft { Committee = committee.Id, Day = day, Start = proposal.Start, Place = proposal.Place, Form = form };
        var name = Platform.Cards.CardText.Escape(committee.Name);
        var lead = committee.Rules.RhythmIsSoft
            ? Messages.Get(reader, Sentence.RhythmSoftProposal, name, day, RhythmWords.Often(reader, RhythmRule.Of(committee.Rules)))
            : Messages.Get(reader, Sentence.RhythmProposal, name, day) + " " + RhythmHint.Said(reader, committee);
        var card = PreviewCard.Render(reader, network, now, draft, proposal, lead, clashes);
        return CardMessage.Of(reader, card, lead);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.ProposeRhythm;

/// <summary>Rhythm watch: 8, 6 and 4 weeks before a quarter ends the coordinators are told of a committee that must meet and has no date in it, once each. It is looked at on those
/// days only, and says nothing when a meeting was called meanwhile.</summary>
internal sealed class QuarterDueHandler(NetworkStore networks, MeetingStore meetings, Announcer announcer) : IDueHandler
{
    private const int MostDays = 2;

    /// <inheritdoc/>
    public string Kind => Subjects.Quarter;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is not { } snapshot
            || snapshot.Network.Committee(new CommitteeId(subject.Id)) is not { Rules: { Rhythm: not null, RhythmIsSoft: false } } committee)
        {
            // A rhythm that is set later is watched from then on.
            return null;
        }

        var today = Instant.FromDateTimeOffset(now).InZone(snapshot.Network.Zone).Date;
        var next = snapshot.Network.Zone.AtLeniently(QuarterWatch.NextAfter(today) + WakingHours.From).ToInstant().ToDateTimeOffset();
        if (WakingHours.NextAfter(Instant.FromDateTimeOffset(now), snapshot.Network.Zone) is { } morning)
        {
            return morning.ToDateTimeOffset();
        }

        var own = await OfQuarterAsync(snapshot.Network.Id, Quarter.Of(today), cancellationToken);
        if (QuarterWatch.Due(committee, today, PublicHolidays.For(snapshot.Network.Land), own) is not { } watch)
        {
            return next;
        }

        var audiences = Audiences.Coordinators(snapshot, committee, reader => Message(snapshot.Network, committee, watch, today, reader)).ToList();
        var kind = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"watch-{watch.Quarter}-{watch.Weeks}");
        var filed = Subjects.Filed(snapshot.Network.Id, Subjects.Rhythm, committee.Id.Value);
        return await announcer.AnnounceAsync(new Announcement(snapshot.Tenant, filed, kind, audiences, subject), cancellationToken) ?? next;
    }

    internal static Activity Message(Network network, Committee committee, QuarterWatch watch, LocalDate today, Reader reader)
    {
        var name = CardText.Escape(committee.Name, LineBreaks.Collapse);
        var lead = Messages.Get(reader, Sentence.QuarterWatchLead, name, watch.Quarter.Number, watch.Quarter.Year, watch.Quarter.LastDay);
        var earliest = committee.Rules.Notice.EarliestMeetingDay(today);
        var days = committee.Rules.Rhythm?.ProposedDays(earliest, watch.LastMeetingDay, PublicHolidays.For(network.Land)).Take(MostDays) ?? [];
        var card = new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = lead,
            Body =
            [
                CardPart.Heading(Messages.Get(reader, Sentence.QuarterWatchHeading, name)),
                CardPart.Text(lead),
                CardPart.Text(RhythmHint.Said(reader, committee)),
                CardPart.Text(Messages.Get(reader, Sentence.QuarterWatchLastSending, watch.LastSendingDay, watch.LastMeetingDay, committee.Rules.Notice.Days)),
                .. CardPart.Rows(Buttons(reader, committee, days)),
            ],
        };
        return CardMessage.Of(reader, card);
    }

    private static IEnumerable<ExecuteAction> Buttons(Reader reader, Committee committee, IEnumerable<RhythmDay> days)
    {
        foreach (var day in days)
        {
            yield return MeetingButton.For(
                Messages.Get(reader, Sentence.ButtonPlanDay, Appointments.ShortDay(reader, day.Day)), committee.Id, day.Day + committee.Rules.UsualStart, committee.Rules.UsualPlace);
        }

        yield return CardPart.Button(reader, Sentence.ButtonPlanOtherDay, MeetingVerbs.Preview, ("committee", committee.Id.Value));
    }

    private async Task<IReadOnlyList<Meeting>> OfQuarterAsync(NetworkId network, Quarter quarter, CancellationToken cancellationToken)
    {
        var found = new List<Meeting>();
        await foreach (var meeting in meetings.FromAsync(network, quarter.FirstDay, cancellationToken))
        {
            if (meeting.Day > quarter.LastDay)
            {
                break;
            }

            found.Add(meeting);
        }

        return found;
    }
}

using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Records;
using Bot.Features.Register.FollowResolution;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Register.RemindOwners;

/// <summary>Looks at a resolution that is to be carried out and reminds whoever is responsible, 1:1, as <see cref="ResolutionNotice"/> says, until it is done; tells the coordinators once when
/// it is overdue for long.</summary>
internal sealed class ResolutionDueHandler(NetworkStore networks, ResolutionStore resolutions, ResolutionFollowUpStore followUps, Announcer announcer) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Resolution;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = new NetworkId(subject.Network);
        if (!ResolutionNumber.TryParse(subject.Id, out var number) || await networks.FindAsync(id, cancellationToken) is not { } snapshot
            || await followUps.FindAsync(id, number!, cancellationToken) is not { Value: var followUp } || snapshot.Network.Committee(followUp.Committee) is not { } committee
            || await resolutions.FindAsync(id, number!, cancellationToken) is not { } entry)
        {
            return null;
        }

        var (moment, zone, time) = (Instant.FromDateTimeOffset(now), snapshot.Network.Zone, committee.Rules.ReminderTime);
        var next = ResolutionNotice.NextAfter(followUp, time, zone, moment)?.ToDateTimeOffset();
        if (ResolutionNotice.DueAt(followUp, time, zone, moment) is not { } notice)
        {
            return next;
        }

        if (WakingHours.NextAfter(moment, zone) is { } morning)
        {
            return Earlier(morning.ToDateTimeOffset(), next);
        }

        var told = await TellAsync(snapshot, committee, entry, followUp, notice, moment.InZone(zone).Date, subject, cancellationToken);
        return Earlier(told, next);
    }

    private async Task<DateTimeOffset?> TellAsync(
        NetworkSnapshot snapshot, Committee committee, ResolutionEntry entry, ResolutionFollowUp followUp, ResolutionNotice notice, LocalDate today, DueSubject subject, CancellationToken cancellationToken)
    {
        var network = snapshot.Network;
        var filed = Subjects.Filed(network.Id, Subjects.Resolution, subject.Id);
        var owners = Audiences.People(snapshot, followUp.Owners(network), (_, reader) => Message(network, new ResolutionView(entry) { FollowUp = followUp }, today, reader));
        var again = await announcer.AnnounceAsync(
            new Announcement(snapshot.Tenant, filed, "owner-" + notice.Kind, [.. owners.Select(audience => audience with { IsWanted = StillAsync })], subject), cancellationToken);
        if (notice.Days < ResolutionNotice.EscalationDays)
        {
            return again;
        }

        var coordinators = Audiences.Coordinators(snapshot, committee, reader => Escalation(network, entry, followUp, reader));
        return Earlier(again, await announcer.AnnounceAsync(
            new Announcement(snapshot.Tenant, filed, "coordinators-" + notice.Kind[..notice.Kind.IndexOf('+', StringComparison.Ordinal)], [.. coordinators.Select(audience => audience with { IsWanted = StillAsync })], subject), cancellationToken));

        // It may have been done, or put off, while the others were told.
        async ValueTask<bool> StillAsync(CancellationToken stop) =>
            await followUps.FindAsync(network.Id, followUp.Number, stop) is { Value: var current } && current.State != ResolutionState.Done && current.Due == followUp.Due && current.Owner == followUp.Owner;
    }

    /// <summary>What whoever is responsible is told. It may go out late: it counts from today.</summary>
    internal static Activity Message(Network network, ResolutionView view, LocalDate today, Reader reader)
    {
        var (number, due) = (view.Entry.Number.ToString(), view.FollowUp!.Due!.Value);
        var lead = today.CompareTo(due) switch
        {
            < 0 => Messages.Get(reader, Sentence.ResolutionDueSoon, number, due),
            0 => Messages.Get(reader, Sentence.ResolutionDueToday, number),
            _ => Messages.Get(reader, Sentence.ResolutionDueOverdue, number, due),
        };
        return CardMessage.Of(reader, ReminderCard.Render(reader, network, view, lead));
    }

    /// <summary>What the coordinators are told.</summary>
    internal static Activity Escalation(Network network, ResolutionEntry entry, ResolutionFollowUp followUp, Reader reader)
    {
        var (number, title, due) = (entry.Number.ToString(), FollowUpPart.TitleOf(entry), followUp.Due!.Value);
        var said = followUp.Owner is { } owner
            ? Messages.Get(reader, Sentence.ResolutionEscalated, number, title, due, Platform.Cards.CardText.Escape(owner.Name(network), Platform.Cards.LineBreaks.Collapse))
            : Messages.Get(reader, Sentence.ResolutionEscalatedNobody, number, title, due);
        return CardMessage.Of(reader, SentenceCard.Of(reader, said));
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => new[] { one, other }.Min();
}

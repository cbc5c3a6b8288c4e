using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Features.Prospects.ListProspects;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Prospects.RemindCoordinators;

/// <summary>Reminds the coordinators on the day on which a prospect is to be asked again, once. Whoever was spoken with since, declined, applied or joined is not asked.</summary>
internal sealed class ProspectDueHandler(NetworkStore networks, ProspectBook book, Announcer announcer) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Prospect;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is not { } snapshot
            || await book.FindAsync(snapshot.Network, new ProspectId(subject.Id), cancellationToken) is not { } noted
            || noted.Prospect.RemindAt(noted.Stage, Instant.FromDateTimeOffset(now), snapshot.Network.Zone) is not { } at)
        {
            return null;
        }

        var day = noted.Prospect.Details.FollowUp!.Value;
        return at > Instant.FromDateTimeOffset(now) ? at.ToDateTimeOffset() : await announcer.AnnounceAsync(
            new Announcement(
                snapshot.Tenant, Subjects.Filed(snapshot.Network.Id, Kind, subject.Id), "again-" + TermDay.Write(day),
                [.. Audiences.Coordinators(snapshot, reader => Reminder(reader, noted.Prospect, day))], subject),
            cancellationToken);
    }

    /// <summary>What they are told: the name and the day, no note, since a message stays where it is when the list forgets.</summary>
    internal static Activity Reminder(Reader reader, Prospect prospect, LocalDate day)
    {
        var said = Messages.Get(reader, Sentence.ProspectReminder, ProspectWords.Escaped(prospect.Name), day);
        return CardMessage.Of(reader, SentenceCard.Of(reader, said) with { Actions = [ProspectListCard.OpenButton(reader, prospect)] }, said);
    }
}

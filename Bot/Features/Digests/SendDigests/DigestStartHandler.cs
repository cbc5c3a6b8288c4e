using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Digests;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Digests.SendDigests;

/// <summary>Weekly overviews begin by themselves where nobody has ever said when, also in networks of a version that had none: they go out at the usual time, and the coordinators are
/// told once that they do and how to switch them off. It is looked at with the rhythm of a committee, once a day.</summary>
internal sealed class DigestStartHandler(NetworkStore networks, DigestStore digests, DueTable due, Announcer announcer) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.DigestStart;

    /// <inheritdoc/>
    public string? Follows => Subjects.Rhythm;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = new NetworkId(subject.Network);
        if (!await digests.BeginsByItselfAsync(id, cancellationToken) || await networks.FindAsync(id, cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var (moment, zone) = (Instant.FromDateTimeOffset(now), snapshot.Network.Zone);
        if (WakingHours.NextAfter(moment, zone) is { } morning)
        {
            return morning.ToDateTimeOffset();
        }

        // The row before the note: a look too many sends nothing twice, one too few would send nothing at all.
        await due.AddAsync(Subjects.Due(id, Subjects.Digest, id.Value), [DigestSchedule.Default.NextAfter(moment, zone).ToDateTimeOffset()], cancellationToken);
        if (!await digests.BeginAsync(id, cancellationToken))
        {
            return null;
        }

        var audiences = Audiences.Coordinators(snapshot, reader => CardMessage.Of(reader, SentenceCard.Of(reader, Messages.Get(
            reader, Sentence.DigestStarted, reader.Culture.DateTimeFormat.GetDayName((DayOfWeek)((int)DigestSchedule.Default.Day % 7)), DigestSchedule.Default.Time))));
        return await announcer.AnnounceAsync(new Announcement(snapshot.Tenant, Subjects.Filed(id, Subjects.Digest, id.Value), "started", [.. audiences], subject), cancellationToken);
    }
}

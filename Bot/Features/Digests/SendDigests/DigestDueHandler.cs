using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Digests;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Digests.SendDigests;

/// <summary>Once a week everybody who belongs somewhere and has something to know gets an overview; nobody gets two in a week. One row a network, looked at when it is due only.</summary>
internal sealed class DigestDueHandler(NetworkStore networks, DigestStore digests, DigestSources sources, Announcer announcer) : IDueHandler
{
    /// <summary>So much later it still counts as on time.</summary>
    private static readonly Duration OnTime = Duration.FromHours(1);

    /// <inheritdoc/>
    public string Kind => Subjects.Digest;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = new NetworkId(subject.Network);
        if (await networks.FindAsync(id, cancellationToken) is not { } snapshot || await digests.ScheduleAsync(id, cancellationToken) is not { } schedule)
        {
            return null;
        }

        var (moment, zone) = (Instant.FromDateTimeOffset(now), snapshot.Network.Zone);
        var next = schedule.NextAfter(moment, zone).ToDateTimeOffset();
        if (schedule.DueAt(moment, zone) is not { } due)
        {
            return next;
        }

        // At its own time it goes out whatever the hour; what is late waits for the morning.
        if (moment - due > OnTime && WakingHours.NextAfter(moment, zone) is { } morning)
        {
            return morning.ToDateTimeOffset() < next ? morning.ToDateTimeOffset() : next;
        }

        return await announcer.AnnounceAsync(await OfWeekAsync(snapshot, due, moment, cancellationToken), cancellationToken) is { } again && again < next ? again : next;
    }

    private async Task<Announcement> OfWeekAsync(NetworkSnapshot snapshot, Instant due, Instant now, CancellationToken cancellationToken)
    {
        var network = snapshot.Network;
        var off = await digests.OffAsync(network.Id, cancellationToken);
        var material = await sources.ReadAsync(network, due - Duration.FromDays(7), now, cancellationToken);
        var wanted = network.People.Where(person => snapshot.Accounts.ContainsKey(person.Id) && !off.Contains(person.Id))
            .Select(person => (person.Id, Points: material.Of(person.Id))).Where(one => one.Points.Count > 0).ToDictionary(one => one.Id, one => one.Points);
        var audiences = wanted.SelectMany(one => Audiences
            .People(snapshot, [one.Key], (_, reader) => CardMessage.Of(reader, DigestCard.Render(reader, network, one.Value, isWanted: true)))
            .Select(audience => audience with { IsWanted = async stopping => !await digests.IsOffAsync(network.Id, one.Key, stopping) }));

        // Nobody is woken for it later: who adds the bot in the middle of the week gets the next one.
        return new Announcement(snapshot.Tenant, Subjects.Filed(network.Id, Subjects.Digest, network.Id.Value), DigestSchedule.WeekOf(due, network.Zone), [.. audiences]);
    }
}

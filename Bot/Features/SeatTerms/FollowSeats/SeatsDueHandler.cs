using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.SeatTerms.FollowSeats;

/// <summary>Looks at the seats of a committee whose terms were set by hand, or that were given up: says what is to be said. When a seat is vacant follows from the day itself.</summary>
internal sealed class SeatsDueHandler(NetworkStore networks, SeatPosts posts) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Seats;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken) =>
        await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is { } snapshot && snapshot.Network.Standing(new CommitteeId(subject.Id)) is { } committee
            ? await posts.AnnounceAsync(snapshot, committee, Instant.FromDateTimeOffset(now), cancellationToken)
            : null;
}

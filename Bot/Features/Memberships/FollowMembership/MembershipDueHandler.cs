using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Memberships.FollowMembership;

/// <summary>Looks at an organization whose membership changed, or changes by the clock: says what is to be said. What it may do follows from the day itself, not from this look.</summary>
internal sealed class MembershipDueHandler(NetworkStore networks, MembershipPosts posts) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Membership;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken) =>
        await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is { } snapshot
        && snapshot.Network.KnownOrganizations.FirstOrDefault(one => one.Id.Value == subject.Id) is { } organization
            ? await posts.AnnounceAsync(snapshot, organization, Instant.FromDateTimeOffset(now), cancellationToken)
            : null;
}

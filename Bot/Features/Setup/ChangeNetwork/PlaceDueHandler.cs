using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Setup.ChangeNetwork;

/// <summary>After a network got another zone: what was to be looked at in the morning there is looked at in the morning here as well. After it got another Land, or zone: the dates
/// that are proposed are worked out anew. Looking once too often is harmless, so the rows of before stay.</summary>
internal sealed class PlaceDueHandler(NetworkStore networks, DueTable due) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Place;

    /// <summary>The subject to look at when a network that is in this zone is about to change.</summary>
    public static DueSubject Of(Network before) => Subjects.Due(before.Id, Subjects.Place, before.Zone.Id.Replace('/', '.'));

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is not { Network: var network })
        {
            return null;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(subject.Id.Replace('.', '/')) is { } before && before.Id != network.Zone.Id)
        {
            // Not what brought us here: it would come again and again.
            foreach (var row in (await due.OfNetworkAsync(subject.Network, cancellationToken)).Where(row => row.Subject.Kind != Kind))
            {
                var local = Instant.FromDateTimeOffset(row.At).InZone(before).LocalDateTime;
                await due.AddAsync(row.Subject, [network.Zone.AtLeniently(local).ToDateTimeOffset()], cancellationToken);
            }
        }

        foreach (var committee in network.Committees)
        {
            await due.LookAgainAsync(Subjects.Due(network.Id, Subjects.Rhythm, committee.Id.Value), cancellationToken);
            await due.LookAgainAsync(Subjects.Due(network.Id, Subjects.Quarter, committee.Id.Value), cancellationToken);
        }

        return null;
    }
}

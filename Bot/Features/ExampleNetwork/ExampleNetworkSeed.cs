using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Microsoft.Extensions.Hosting;

namespace Bot.Features.ExampleNetwork;

/// <summary>Puts the example network into an empty store at start. One that is there already stays as it is.</summary>
internal sealed class ExampleNetworkSeed(NetworkStore networks, DueTable due, TimeProvider time) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var snapshot = ExampleSnapshot.Create();
        var rhythms = snapshot.Network.Committees
            .Where(committee => committee.Rules.Rhythm is not null)
            .Select(committee => Subjects.Due(snapshot.Network.Id, Subjects.Rhythm, committee.Id.Value))
            .ToList();
        foreach (var rhythm in rhythms)
        {
            await due.AddAsync(rhythm, [time.GetUtcNow()], cancellationToken);
        }

        await networks.TryCreateAsync(snapshot, cancellationToken);
        foreach (var rhythm in rhythms)
        {
            await due.LookNowAsync(rhythm, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

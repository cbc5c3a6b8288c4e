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
        foreach (var committee in snapshot.Network.Committees.Where(committee => committee.Rules.Rhythm is not null))
        {
            var subject = Subjects.Due(snapshot.Network.Id, Subjects.Rhythm, committee.Id.Value);
            await due.AddAsync(subject, [time.GetUtcNow()], cancellationToken);
        }

        await networks.TryCreateAsync(snapshot, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Features.ExampleNetwork;

/// <summary>Puts the example network into an empty store at start. One that is there already stays as it is.</summary>
internal sealed class ExampleNetworkSeed(NetworkStore networks, DigestStore digests, DueTable due, IOptions<ExampleNetworkOptions> options) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var snapshot = ExampleSnapshot.Create();
        await networks.TryCreateAsync(snapshot, cancellationToken);

        // Otherwise they begin by themselves. Before the rhythms are looked at: that is when they do.
        if (!options.Value.Digest)
        {
            await digests.LeaveOffAsync(snapshot.Network.Id, cancellationToken);
        }

        // At every start, so that a process that died between the two leaves no committee without its rhythm.
        foreach (var committee in snapshot.Network.Committees.Where(committee => committee.Rules.Rhythm is not null))
        {
            var subject = Subjects.Due(snapshot.Network.Id, Subjects.Rhythm, committee.Id.Value);
            await due.LookAgainAsync(subject, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

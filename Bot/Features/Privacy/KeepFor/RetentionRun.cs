using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Privacy.KeepFor;

/// <summary>Deletes what a network has kept long enough. Every step may be repeated: what is over is counted and noted before anything is deleted, so that whoever goes on after a crash deletes the
/// rest and reports the whole.</summary>
internal sealed class RetentionRun(RetentionStore retention, OverdueRows overdue)
{
    /// <summary>Plans the first deletion of a network that never had one.</summary>
    /// <returns>How far the deletion is.</returns>
    public async Task<RetentionProgress> PlannedAsync(Network network, Instant now, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await retention.ProgressAsync(network.Id, cancellationToken) is { Value: var standing })
            {
                return standing;
            }

            await retention.TrySaveAsync(network.Id, new Stored<RetentionProgress>(new RetentionProgress(RetentionTerms.FirstRun(now, network.Zone)), default), cancellationToken);
        }
    }

    /// <summary>Deletes, if it is time.</summary>
    /// <returns>How far the deletion is.</returns>
    public async Task<RetentionProgress> RunAsync(Network network, Instant now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var standing = (await retention.ProgressAsync(network.Id, cancellationToken))!.Value;
            if (standing.Value.Running is null && now < standing.Value.Next)
            {
                return standing.Value;
            }

            var terms = (await retention.TermsAsync(network.Id, cancellationToken)).Value;
            if (standing.Value is { Running: not null, RunningSince: { } since })
            {
                await overdue.RemoveAsync(network, terms, since, cancellationToken);
                await retention.TrySaveAsync(network.Id, standing with { Value = standing.Value.End(now, network.Zone) }, cancellationToken);
            }
            else
            {
                var over = await overdue.CountAsync(network, terms, now, cancellationToken);
                await retention.TrySaveAsync(network.Id, standing with { Value = standing.Value.Begin(now, over) }, cancellationToken);
            }
        }
    }
}

using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Platform.Scheduling;
using Bot.Storage;

namespace Bot.Features.Elections;

/// <summary>Changes elections: load, decide, store on the version that was read; again when somebody was faster. What is to be said follows from what is stored.</summary>
internal sealed class ElectionChanges(ElectionStore elections, DueTable due)
{
    private const int Attempts = 10;

    /// <summary>Does one step.</summary>
    /// <param name="network">The network.</param>
    /// <param name="id">Which election.</param>
    /// <param name="decide">The step; returns the same election by reference when nothing changes.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    /// <returns>The election after the step, or why it was not done.</returns>
    public async Task<Outcome<Election>> ChangeAsync(Network network, ElectionId id, Func<Election, Outcome<Election>> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await elections.FindAsync(network.Id, id, cancellationToken) is not { } found)
            {
                return new Refusal(RefusalCode.ElectionNotFound);
            }

            var outcome = decide(found.Value);
            if (outcome is not Outcome<Election>.Done(var after) || ReferenceEquals(after, found.Value))
            {
                return outcome;
            }

            var foreseen = await due.ForeseeAsync(Subjects.Due(network.Id, Subjects.Election, id.Value), ElectionMoments.Of(network, after), cancellationToken);
            if (await elections.TrySaveAsync(network.Id, found, after, cancellationToken))
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }
}

using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Expulsions;

/// <summary>Changes an expulsion case that stands: load, decide, foresee, store, look. What follows is done by whoever looks at it.</summary>
internal sealed class ExpulsionChanges(ExpulsionStore expulsions, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Changes it.</summary>
    /// <param name="turn">Who.</param>
    /// <param name="id">The case.</param>
    /// <param name="decide">Says what it is to be, or why not: the right of the sender first. Asked again when somebody was faster.</param>
    /// <param name="cancellationToken">Stops it; what is stored then is completed by the look that was foreseen.</param>
    /// <returns>The case as it is now, also where nothing changed; or why not.</returns>
    public async Task<Outcome<Expulsion>> ApplyAsync(Turn turn, ExpulsionId id, Func<Expulsion, Task<Outcome<Expulsion>>> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (id.Value.Length == 0 || await expulsions.FindAsync(turn.Network.Id, id, cancellationToken) is not { } found)
            {
                return new Refusal(RefusalCode.ExpulsionNotFound);
            }

            var outcome = await decide(found.Value);
            if (outcome is not Outcome<Expulsion>.Done(var changed) || changed == found.Value)
            {
                return outcome;
            }

            var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Expulsion, id.Value), [], cancellationToken);
            if (await expulsions.TrySaveAsync(turn.Network.Id, found with { Value = changed.Since(found.Value, turn.Now) }, cancellationToken))
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }
}

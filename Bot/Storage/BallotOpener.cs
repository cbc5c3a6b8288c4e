using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using NodaTime;

namespace Bot.Storage;

/// <summary>Opens ballots: first when to look at them, then the ballots. Announcing, closing and counting follow from what is stored.</summary>
internal sealed class BallotOpener(BallotStore ballots, DueTable due)
{
    /// <summary>Stores an opened ballot. Repeating it after a crash completes it; a ballot that stands already stays as it is.</summary>
    /// <param name="network">The network.</param>
    /// <param name="opening">The ballot and its roll.</param>
    /// <param name="looks">Further moments at which something about it is to be said, such as its opening, when that is later. Its reminders and its end are
    /// foreseen in any case.</param>
    /// <param name="cancellationToken">Stops it; what is stored then is completed by repeating it.</param>
    public async Task OpenAsync(NetworkId network, Opening opening, IEnumerable<Instant> looks, CancellationToken cancellationToken)
    {
        var ballot = opening.Ballot;
        Instant[] moments = [.. looks, .. ballot.Reminders.At, ballot.ClosesAt];
        var foreseen = await due.ForeseeAsync(
            Subjects.Due(network, Subjects.Ballot, ballot.Id.Value), System.Array.ConvertAll(moments, moment => moment.ToDateTimeOffset()), cancellationToken);
        await ballots.OpenAsync(network, new BallotRecord(ballot, opening.Motion, Result: null), opening.Roll, cancellationToken);
        await due.LookNowAsync(foreseen, cancellationToken);
    }
}

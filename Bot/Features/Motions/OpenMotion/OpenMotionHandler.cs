using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Motions.OpenMotion;

/// <summary>Opens the ballot on a motion: decide, store. Telling people follows from what is stored.</summary>
internal sealed class OpenMotionHandler(BallotStore ballots, BallotOpener opener)
{
    /// <summary>Opens the ballot. Pressing the button twice opens it once.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="proposal">The motion as it was confirmed.</param>
    /// <param name="sender">Who opens it.</param>
    /// <param name="id">Its identity, the same however often the same preview is confirmed.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it; what is stored then is completed by repeating it.</param>
    /// <returns>The ballot that came of the preview, which may be on another motion than the proposal; a refusal of the domain; or
    /// <see cref="RefusalCode.ChangedMeanwhile"/> when an earlier try, ended by a crash, had left out others than this one would.</returns>
    public async Task<Outcome<BallotRecord>> HandleAsync(
        Network network, MotionProposal proposal, PersonId sender, BallotId id, Instant now, CancellationToken cancellationToken)
    {
        if (network.Allows(Right.OpenMotion, sender) && await ballots.FindAsync(network, id, cancellationToken) is { Value: var standing })
        {
            return standing;
        }

        var outcome = proposal.Open(network, sender, id, now);
        if (outcome is not Outcome<Opening>.Done(var opening))
        {
            return ((Outcome<Opening>.Refused)outcome).Why;
        }

        var begun = await ballots.RollAsync(network.Id, id, cancellationToken);
        if (!IsPartOf(begun.Select(entry => entry.Value), opening.Roll))
        {
            return new Refusal(RefusalCode.ChangedMeanwhile);
        }

        IEnumerable<Instant> looks = opening.Ballot.OpenedAt > now ? [opening.Ballot.OpenedAt] : [];
        await opener.OpenAsync(network.Id, opening, looks, cancellationToken);
        return await ballots.FindAsync(network, id, cancellationToken) is { Value: var opened } ? opened : new Refusal(RefusalCode.ChangedMeanwhile);
    }

    /// <summary>A roll that was begun keeps its lines, so they must say of everybody what these would.</summary>
    private static bool IsPartOf(IEnumerable<RollEntry> begun, IReadOnlyList<RollEntry> roll)
    {
        var meant = roll.Select(entry => (entry.Voter, entry.Excluded)).ToHashSet();
        return begun.All(entry => meant.Contains((entry.Voter, entry.Excluded)));
    }
}

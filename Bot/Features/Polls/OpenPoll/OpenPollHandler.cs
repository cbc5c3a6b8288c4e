using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Polls;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Polls.OpenPoll;

/// <summary>Opens a poll: decide, write when to look at it, store it. Telling people follows from what is stored.</summary>
internal sealed class OpenPollHandler(BallotStore ballots, BallotOpener opener)
{
    /// <summary>Opens the poll. Confirming the same preview twice opens it once, also when it has closed meanwhile.</summary>
    /// <param name="turn">Who opens it.</param>
    /// <param name="proposal">The poll as it was confirmed.</param>
    /// <param name="led">The meeting it is taken in, by its chair, one at a time; null for a poll over days.</param>
    /// <param name="form">What the preview goes back to.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    /// <returns>The ballot's identity; or a refusal of <see cref="PollProposal.Open"/>, or <see cref="RefusalCode.PollRuns"/>.</returns>
    public async Task<Outcome<BallotId>> HandleAsync(
        Turn turn, PollProposal proposal, Meeting? led, FormReference form, CancellationToken cancellationToken)
    {
        var id = new BallotId(form.IdentityOf("poll"));
        var outcome = proposal.Open(turn.Network, turn.Sender?.Id ?? default, id, turn.Now, led);
        if (outcome is not Outcome<Opening>.Refused { Why.Code: RefusalCode.OnlyCoordinator } && await ballots.FindAsync(turn.Network, id, cancellationToken) is not null)
        {
            return id;
        }

        if (led is not null && (await ballots.RunningAsync(turn.Network, cancellationToken)).Any(running =>
            running.Motion.Kind == MotionKind.Poll && running.Ballot.Meeting == led.Id && running.IsOpenAt(turn.Now)))
        {
            return new Refusal(RefusalCode.PollRuns);
        }

        if (outcome is not Outcome<Opening>.Done(var opening))
        {
            return ((Outcome<Opening>.Refused)outcome).Why;
        }

        await opener.OpenAsync(turn.Network.Id, opening, [], cancellationToken);
        return id;
    }
}

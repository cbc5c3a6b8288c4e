using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;
using FuzzySharp;

namespace Bot.Features.Ballots;

/// <summary>The ballots somebody may see that are running.</summary>
internal sealed class OpenBallots(BallotStore ballots, BallotViews views)
{
    private const int Likeness = 80;

    /// <summary>Those whose title the text names, small typing errors forgiven; all of them when it names nothing at all.</summary>
    public static IReadOnlyList<BallotView> Named(IReadOnlyList<BallotView> views, string text)
    {
        var folded = CommandText.Fold(text);
        return folded.Length == 0 ? views : [.. views.Where(view => Fuzz.PartialRatio(folded, CommandText.Fold(view.Record.Motion.Title)) >= Likeness)];
    }

    /// <summary>Running ballots of the sender's committees, and in 1:1 those on whose roll the sender is, with the sender's own line where it is the only one.</summary>
    public async Task<IReadOnlyList<BallotView>> OfAsync(Turn turn, CancellationToken cancellationToken)
    {
        var open = new List<BallotView>();
        foreach (var record in await ballots.RunningAsync(turn.Network.Id, cancellationToken))
        {
            if (record.Ballot.IsOpenAt(turn.Now) && turn.Network.Committee(record.Motion.Committee) is { } committee
                && await views.FindAsync(turn.Network, record.Ballot.Id, cancellationToken) is { } found
                && await ForAsync(turn, found, cancellationToken) is var view && (turn.MayRead(committee) || (turn.IsPersonal && view.OffersVoting)))
            {
                open.Add(view);
            }
        }

        return open;
    }

    /// <summary>The ballot as the sender sees it in 1:1; in a room without anybody's own vote.</summary>
    /// <param name="turn">Who looks.</param>
    /// <param name="view">The ballot.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="voter">For whom the sender wants to vote, where they act for several; null for the only one.</param>
    public async Task<BallotView> ForAsync(Turn turn, BallotView view, CancellationToken cancellationToken, VoterId? voter = null)
    {
        var roll = await ballots.RollAsync(turn.Network.Id, view.Record.Ballot.Id, cancellationToken);
        var own = roll.Select(entry => entry.Value).Where(entry => turn.Sender is { } sender && entry.HasActor(sender.Id)).ToList();
        return view with
        {
            Own = voter is { } named ? own.FirstOrDefault(entry => entry.Voter == named) : turn.IsPersonal && own.Count == 1 ? own[0] : null,
            OffersVoting = !turn.IsPersonal || own.Count > 0,
            MayClose = turn.IsPersonal && turn.Sender is { IsCoordinator: true },
        };
    }
}

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
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
                && await ForAsync(turn, found, cancellationToken) is var view && (turn.MayRead(committee) || (turn.IsPersonal && (view.OffersVoting || view.MayClose))))
            {
                open.Add(view);
            }
        }

        return open;
    }

    /// <summary>Ballots of the sender's committees, and those the sender leads, that ended without deciding anything for good.</summary>
    public async Task<IReadOnlyList<BallotView>> UnsettledAsync(Turn turn, CancellationToken cancellationToken)
    {
        var unsettled = new List<BallotView>();
        foreach (var record in await ballots.UnsettledAsync(turn.Network.Id, cancellationToken))
        {
            var isLed = turn.IsPersonal && turn.Sender is { } sender && record.Ballot.IsLedBy(turn.Network, sender.Id);
            if (turn.Network.Committee(record.Motion.Committee) is { } committee && (isLed || turn.MayRead(committee))
                && await views.LoadAsync(turn.Network, record.Ballot.Id, cancellationToken) is { } view)
            {
                unsettled.Add(view.For(turn.Sender?.Id));
            }
        }

        return unsettled;
    }

    /// <summary>The ballot as the sender sees it in 1:1; in a room without anybody's own vote.</summary>
    public async Task<BallotView> ForAsync(Turn turn, BallotView view, CancellationToken cancellationToken)
    {
        var roll = await ballots.RollAsync(turn.Network.Id, view.Record.Ballot.Id, cancellationToken);
        return turn.IsPersonal ? view.For(turn.Sender?.Id, roll.Select(entry => entry.Value)) : view;
    }
}

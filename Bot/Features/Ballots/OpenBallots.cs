using System;
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
    public Task<IReadOnlyList<BallotView>> OfAsync(Turn turn, CancellationToken cancellationToken) => WhereAsync(turn, record => record.IsOpenAt(turn.Now), cancellationToken);

    /// <summary>The same of ballots that are announced and not open yet.</summary>
    public Task<IReadOnlyList<BallotView>> ComingAsync(Turn turn, CancellationToken cancellationToken) => WhereAsync(turn, record => record.IsComingAt(turn.Now), cancellationToken);

    private async Task<IReadOnlyList<BallotView>> WhereAsync(Turn turn, Func<BallotRecord, bool> isMeant, CancellationToken cancellationToken)
    {
        var open = new List<BallotView>();
        foreach (var record in await ballots.RunningAsync(turn.Network.Id, cancellationToken))
        {
            if (isMeant(record) && turn.Network.Committee(record.Motion.Committee) is { } committee
                && await views.FindAsync(turn.Network, record.Ballot.Id, cancellationToken) is { } found
                && await ForAsync(turn, found, cancellationToken) is var view && (turn.MayRead(committee) || (turn.IsPersonal && view.OffersVoting)))
            {
                open.Add(view);
            }
        }

        return open;
    }

    /// <summary>The ballot as the sender sees it in 1:1; in a room without anybody's own vote.</summary>
    public async Task<BallotView> ForAsync(Turn turn, BallotView view, CancellationToken cancellationToken)
    {
        var roll = await ballots.RollAsync(turn.Network.Id, view.Record.Ballot.Id, cancellationToken);
        var own = roll.Select(entry => entry.Value).Where(entry => turn.Sender is { } sender && entry.HasActor(sender.Id)).ToList();
        return view with
        {
            Turnout = view.Record.IsComingAt(turn.Now) ? (0, roll.Count(entry => entry.Value.Excluded is null)) : view.Turnout,
            Own = turn.IsPersonal && own.Count == 1 ? own[0] : null,
            OffersVoting = !turn.IsPersonal || own.Count > 0,
            MayClose = turn.IsPersonal && turn.Sender is { IsCoordinator: true },
        };
    }
}

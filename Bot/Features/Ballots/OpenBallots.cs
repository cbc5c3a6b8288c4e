using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;
using FuzzySharp;

namespace Bot.Features.Ballots;

/// <summary>The ballots somebody may see that are running.</summary>
internal sealed class OpenBallots(BallotStore ballots, BallotViews views)
{
    private const int Likeness = 80;

    /// <summary>Those whose title the text is; where it is none's, those whose title it names, small typing errors forgiven; all of them when it names nothing at all.</summary>
    public static IReadOnlyList<BallotView> Named(IReadOnlyList<BallotView> views, string text)
    {
        var folded = CommandText.Fold(text);
        var same = views.Where(view => CommandText.Fold(view.Record.Motion.Title) == folded).ToList();
        return same.Count > 0 ? same : folded.Length == 0 ? views : [.. views.Where(view => Fuzz.PartialRatio(folded, CommandText.Fold(view.Record.Motion.Title)) >= Likeness)];
    }

    /// <summary>Running ballots of the sender's committees, and in 1:1 those on whose roll the sender is, with the sender's own line where it is the only one.</summary>
    public Task<IReadOnlyList<BallotView>> OfAsync(Turn turn, CancellationToken cancellationToken) => WhereAsync(turn, record => record.IsOpenAt(turn.Now), cancellationToken);

    /// <summary>The same, with those that were announced and open later.</summary>
    public Task<IReadOnlyList<BallotView>> NotEndedAsync(Turn turn, CancellationToken cancellationToken) =>
        WhereAsync(turn, record => record.IsOpenAt(turn.Now) || record.IsComingAt(turn.Now), cancellationToken);

    /// <summary>The same of ballots that are announced and not open yet.</summary>
    public Task<IReadOnlyList<BallotView>> ComingAsync(Turn turn, CancellationToken cancellationToken) => WhereAsync(turn, record => record.IsComingAt(turn.Now), cancellationToken);

    /// <summary>The ballot for somebody who belongs to its committee or, in 1:1, is on its roll; null for everybody else, as if there were none.</summary>
    public async Task<BallotView?> FindAsync(Turn turn, BallotId id, CancellationToken cancellationToken) =>
        await views.LoadAsync(turn.Network, id, cancellationToken) is { } found ? await VisibleAsync(turn, found, cancellationToken) : null;

    private async Task<IReadOnlyList<BallotView>> WhereAsync(Turn turn, Func<BallotRecord, bool> isMeant, CancellationToken cancellationToken)
    {
        var open = new List<BallotView>();
        foreach (var record in await ballots.RunningAsync(turn.Network, cancellationToken))
        {
            if (isMeant(record)
                && await views.FindAsync(turn.Network, record.Ballot.Id, cancellationToken) is { } found
                && await VisibleAsync(turn, found, cancellationToken) is { } view)
            {
                open.Add(view);
            }
        }

        return open;
    }

    private async Task<BallotView?> VisibleAsync(Turn turn, BallotView found, CancellationToken cancellationToken)
    {
        var view = await ForAsync(turn, found, cancellationToken);
        return turn.Network.Committee(view.Record.Motion.Committee) is { } committee && (turn.May(Right.ReadBallots, committee) || (turn.IsPersonal && (view.OffersVoting || view.MayClose))) ? view : null;
    }

    /// <summary>Ballots of the sender's committees, and those the sender leads, that ended without deciding anything for good.</summary>
    public async Task<IReadOnlyList<BallotView>> UnsettledAsync(Turn turn, CancellationToken cancellationToken)
    {
        var unsettled = new List<BallotView>();
        foreach (var record in await ballots.UnsettledAsync(turn.Network, cancellationToken))
        {
            var isLed = turn.IsPersonal && turn.Sender is { } sender && record.Ballot.IsLedBy(turn.Network, sender.Id);
            if (turn.Network.Committee(record.Motion.Committee) is { } committee && (isLed || turn.May(Right.ReadBallots, committee))
                && await views.LoadAsync(turn.Network, record.Ballot.Id, cancellationToken) is { } view)
            {
                unsettled.Add(view.For(turn.Sender?.Id));
            }
        }

        return unsettled;
    }

    /// <summary>The ballot as the sender sees it in 1:1; in a room without anybody's own vote.</summary>
    /// <param name="turn">Who looks.</param>
    /// <param name="view">The ballot.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="voter">For whom the sender wants to vote, where they act for several; null for the only one.</param>
    public async Task<BallotView> ForAsync(Turn turn, BallotView view, CancellationToken cancellationToken, VoterId? voter = null)
    {
        var roll = await ballots.RollAsync(turn.Network.Id, view.Record.Ballot.Id, cancellationToken);
        var lines = roll.Select(entry => entry.Value).Where(entry => voter is null || entry.Voter == voter);
        var seen = view.Record.IsComingAt(turn.Now) ? view with { Turnout = (0, roll.Count(entry => entry.Value.Excluded is null)) } : view;
        return turn.IsPersonal || voter is not null ? seen.For(turn.Sender?.Id, lines) : seen;
    }
}

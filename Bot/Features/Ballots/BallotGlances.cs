using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>What many clients ask for at once when a ballot's card changed. The ballot and its turnout are loaded once for all, at most every two seconds;
/// somebody's own line is read each time, so that nobody ever sees that they have not voted who just did. One storage call each, and three for all.</summary>
internal sealed class BallotGlances(BallotStore ballots, BallotViews views, TimeProvider time)
{
    private readonly Glance<(NetworkId Network, string Sight, BallotId Ballot), (BallotView? View, IReadOnlyList<RollEntry> Roll)> glances = new(time);

    /// <summary>The ballot as everybody sees it, or null when there is none.</summary>
    public async Task<BallotView?> FindAsync(Network network, BallotId id, CancellationToken cancellationToken) =>
        (await LookAsync(network, id, cancellationToken)).View is { } view ? view with { Network = network } : null;

    /// <summary>The sender's line where they act for exactly one voter, and whether they act for any. Who is on the roll never changes, so the glance
    /// tells whose line it is; the line itself is read anew.</summary>
    public async Task<(RollEntry? Own, bool IsOnRoll)> OwnAsync(Turn turn, BallotView glance, CancellationToken cancellationToken)
    {
        var (_, roll) = await LookAsync(turn.Network, glance.Record.Ballot.Id, cancellationToken);
        var lines = turn.Sender is { } sender ? roll.Where(entry => entry.HasActor(sender.Id)).ToList() : [];
        return lines is [var line]
            ? ((await ballots.FindEntryAsync(turn.Network.Id, glance.Record.Ballot.Id, line.Voter, cancellationToken))?.Value ?? line, true)
            : (null, lines.Count > 0);
    }

    private Task<(BallotView? View, IReadOnlyList<RollEntry> Roll)> LookAsync(Network network, BallotId id, CancellationToken cancellationToken) =>
        glances.OfAsync((network.Id, network.Sight, id), () => LoadAsync(network, id), cancellationToken);

    /// <summary>Without the token of whoever asked first: the others wait for the same.</summary>
    private async Task<(BallotView? View, IReadOnlyList<RollEntry> Roll)> LoadAsync(Network network, BallotId id)
    {
        if (await views.LoadAsync(network, id, CancellationToken.None) is not { } view)
        {
            return (null, []);
        }

        var roll = (await ballots.RollAsync(network.Id, id, CancellationToken.None)).Select(entry => entry.Value).ToList();
        var tally = Tally.Of(roll);
        return (view with { Turnout = (tally.Cast, tally.Entitled) }, roll);
    }
}

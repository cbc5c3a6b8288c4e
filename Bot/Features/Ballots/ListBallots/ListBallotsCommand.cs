using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.ListBallots;

/// <summary>"Abstimmungen", "Abstimmungen Brücke", "Abstimmungen Seite 2": the ballots that are running, each as a card to vote on.</summary>
internal sealed class ListBallotsCommand(OpenBallots open) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Ballots;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        IReadOnlyList<BallotView> views = [.. await open.OfAsync(turn, cancellationToken), .. await open.ComingAsync(turn, cancellationToken)];
        if (views.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.OwnCommittees.Length == 0 ? Sentence.MembersOnly : Sentence.NoOpenBallot));
        }

        var named = OpenBallots.Named(views, asked);
        return await BallotPages.OfAsync(
            turn, named.Count > 0 ? named : views, view => Task.FromResult(BallotCard.Render(turn.Reader, view, turn.Now) with { Refresh = view.Record.IsOpenAt(turn.Now) ? BallotRefresh.Sender(turn, view.Record.Ballot.Id) : null }), Entry, named.Count > 0 ? asked : string.Empty, page);
    }
}

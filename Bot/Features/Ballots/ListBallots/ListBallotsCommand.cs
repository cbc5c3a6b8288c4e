using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.ListBallots;

/// <summary>"Abstimmungen": the ballots that are running, each as a card to vote on.</summary>
internal sealed class ListBallotsCommand(OpenBallots open) : ICommand
{
    private const int Most = 5;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Ballots;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var views = await open.OfAsync(turn, cancellationToken);
        if (views.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.OwnCommittees.Length == 0 ? Sentence.MembersOnly : Sentence.NoOpenBallot));
        }

        var cards = views.Take(Most).Select(view => BallotCard.Render(turn.Reader, view, turn.Now) with { Refresh = BallotRefresh.Sender(turn, view.Record.Ballot.Id) });
        return new Answer.Several([.. cards.Select(card => new Answer.Card(card, card.FallbackText ?? string.Empty))]);
    }
}

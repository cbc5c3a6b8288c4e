using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.DeclareConflict;

/// <summary>"Befangen: Demokratiefest": asks whether the sender wants to be left out of a ballot. In 1:1 only.</summary>
internal sealed class DeclareConflictCommand(OpenBallots open, BallotStore ballots) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Conflict;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ConflictInPrivate));
        }

        if (turn.Sender is not { } sender)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        var meant = OpenBallots.Named(await open.NotEndedAsync(turn, cancellationToken), asked).Where(view => view.OffersVoting).ToList();
        if (meant.Count != 1)
        {
            return meant.Count == 0
                ? new Answer.Text(Messages.Get(turn.Reader, Sentence.NoOpenBallot))
                : ChooseBallotCard.Render(turn, meant, Sentence.ButtonDeclareConflict, BallotVerbs.AskConflict, Entry, asked, page);
        }

        var roll = await ballots.RollAsync(turn.Network.Id, meant[0].Record.Ballot.Id, cancellationToken);
        var card = ConflictCard.Render(turn, meant[0], [.. roll.Select(entry => entry.Value).Where(entry => entry.HasActor(sender.Id))], page);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}

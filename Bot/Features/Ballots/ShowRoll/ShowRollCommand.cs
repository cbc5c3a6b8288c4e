using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.ShowRoll;

/// <summary>"Stimmberechtigte: Demokratiefest": who may vote in a ballot and who may not, and why; for members of its committee.</summary>
internal sealed class ShowRollCommand(OpenBallots open, BallotStore ballots) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Roll;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        var meant = OpenBallots.Named(await open.NotEndedAsync(turn, cancellationToken), asked);
        if (meant.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.Sender is null ? Sentence.MembersOnly : Sentence.NoOpenBallot));
        }

        if (meant.Count > 1)
        {
            return ChooseBallotCard.Render(turn, meant, Sentence.ButtonRoll, BallotVerbs.Roll, Entry, asked, page);
        }

        var roll = await ballots.RollAsync(turn.Network.Id, meant[0].Record.Ballot.Id, cancellationToken);
        var card = RollCard.Render(turn, meant[0], [.. roll.Select(entry => entry.Value)], page);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}

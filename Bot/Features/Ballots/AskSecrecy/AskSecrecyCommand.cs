using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.AskSecrecy;

/// <summary>"geheim beantragen: Verein Brücke": asks for a secret vote by typing. In 1:1 only. The message is not kept: asking twice asks once, and who asked is to stand nowhere.</summary>
internal sealed class AskSecrecyCommand(AskSecrecyHandler handler, BallotViews views, OpenBallots open, BallotPosts posts) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.AskSecrecy;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.SecrecyInPrivate));
        }

        var coming = OpenBallots.Named(await open.ComingAsync(turn, cancellationToken), text.AfterColon);
        return coming.Count switch
        {
            0 => new Answer.Text(Messages.Get(turn.Reader, Sentence.NoComingBallot)),
            1 => await AskAsync(turn, coming[0].Record.Ballot.Id, cancellationToken),
            _ => await BallotPages.OfAsync(
                turn, coming, view => Task.FromResult(BallotCard.Render(turn.Reader, view, turn.Now, Messages.Get(turn.Reader, Sentence.WhichBallot))),
                CommandTable.Ballots, text.AfterColon, PageRequest.First),
        };
    }

    private async Task<Answer> AskAsync(Turn turn, BallotId id, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(turn, id, cancellationToken) is Outcome<BallotRecord>.Refused(var why))
        {
            return new Answer.Text(RefusalText.Markdown(turn, why));
        }

        posts.RefreshTurnout(turn.Snapshot, id);
        var asked = Messages.Get(turn.Reader, Sentence.SecrecyAsked);
        return await views.LoadAsync(turn.Network, id, cancellationToken) is { } view
            && BallotCard.Render(turn.Reader, await open.ForAsync(turn, view, cancellationToken), turn.Now, asked) is AdaptiveCard card
            ? new Answer.Card(card, asked)
            : new Answer.Text(asked);
    }
}

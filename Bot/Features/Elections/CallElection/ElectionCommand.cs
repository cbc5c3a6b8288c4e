using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections.CallElection;

/// <summary>"Wahl": how far the elections are. "Wahl Beirat: 5 Sitze, Vorschläge bis 14.1., Wahl bis 21.1.": prepares one.</summary>
internal sealed class ElectionCommand(ElectionFinder finder, CallElectionHandler handler) : ICommand
{
    private const int Most = 5;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Election;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (text.AfterColon.Length == 0)
        {
            return await ShowAsync(turn, Entry.RestOf(text), cancellationToken);
        }

        if (!turn.May(Right.CallElection))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var draft = ElectionDraft.Typed(turn, text.FoldedBeforeColon == "wahl" || text.FoldedBeforeColon == "election" ? text.AfterColon : text.FoldedBeforeColon, text.AfterColon);
        var card = draft.Complete(turn.Network) is null
            ? ElectionForm.Render(turn.Reader, turn.Network, draft)
            : ((CardReply.Replace)await PreviewElectionAction.DrawnAsync(handler, turn, draft, cancellationToken)).Content;
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    private async Task<Answer> ShowAsync(Turn turn, string asked, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(turn, asked, _ => true, cancellationToken);
        if (found.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.May(Right.CallElection) ? Sentence.NoElectionCoordinator : Sentence.NoElection));
        }

        IReadOnlyList<Answer> cards =
        [
            .. found.OrderByDescending(election => election.IsRunning).Take(Most)
                .Select(election => ElectionCard.Render(turn.Reader, turn.Network, election, ElectionViewer.Of(turn, election)))
                .Select(card => new Answer.Card(card, card.FallbackText ?? string.Empty)),
        ];
        return cards.Count == 1 ? cards[0] : new Answer.Several(cards);
    }
}

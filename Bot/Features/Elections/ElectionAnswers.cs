using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Elections;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections;

/// <summary>Does a typed step on the one election that is meant, and answers with the election as it is then; asks which one when several are.</summary>
internal sealed class ElectionAnswers(ElectionFinder finder, ElectionChanges changes)
{
    /// <summary>Does the step.</summary>
    /// <param name="turn">Who typed.</param>
    /// <param name="text">What names the committee.</param>
    /// <param name="fits">Which elections can be meant.</param>
    /// <param name="decide">The step.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Answer> DoAsync(Turn turn, string text, Func<Election, bool> fits, Func<Election, Outcome<Election>> decide, CancellationToken cancellationToken)
    {
        var (meant, otherwise) = await OneAsync(turn, text, fits, cancellationToken);
        if (meant is null)
        {
            return otherwise;
        }

        return await changes.ChangeAsync(turn.Network, meant.Id, decide, cancellationToken) switch
        {
            Outcome<Election>.Done(var after) => Card(ElectionCard.Render(turn.Reader, turn.Network, after, ElectionViewer.Of(turn, after), Messages.Get(turn.Reader, Sentence.ElectionDone))) with { Settled = after.Id.Value },
            Outcome<Election>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The one election that is meant, or what to say instead.</summary>
    public async Task<(Election? Meant, Answer Otherwise)> OneAsync(Turn turn, string text, Func<Election, bool> fits, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(turn, text, fits, cancellationToken);
        return found.Count switch
        {
            1 => (found[0], new Answer.Text(string.Empty)),
            0 => (null, new Answer.Text(Messages.Get(turn.Reader, Sentence.NoElectionForThat))),
            _ => (null, new Answer.Text(Messages.Get(turn.Reader, Sentence.WhichElection, Platform.Cards.CardText.Escape(string.Join(", ", found.Select(election => ElectionWords.Body(turn.Network, election))))))),
        };
    }

    /// <summary>A card as an answer.</summary>
    public static Answer.Card Card(Platform.Cards.AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Rotas;
using Bot.Features.Rotas.SetRota;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rotas.SwapTurns;

/// <summary>"Tausch mit Ben" asks Ben to swap turns at leading; "Tausch annehmen" and "Tausch ablehnen" answer.</summary>
internal sealed class SwapTurnsCommand(RotaViews views, RotaStore rotas, RotaChanges changes) : ICommand
{
    private static readonly string[] AgreeWords = ["tausch annehmen", "accept swap"], DeclineWords = ["tausch ablehnen", "decline swap"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.SwapTurns;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is null)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        var agrees = AgreeWords.Any(word => text.Folded.StartsWith(word, StringComparison.Ordinal));
        if (agrees || DeclineWords.Any(word => text.Folded.StartsWith(word, StringComparison.Ordinal)))
        {
            return await AnswerAsync(turn, agrees, cancellationToken);
        }

        var rest = Entry.RestOf(text);
        if (await views.MeantAsync(turn, rest, takesPart: true, cancellationToken) is not { } view)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.RotaNone));
        }

        var name = CommandText.OneLine(CommitteeFinder.Named(turn.Network, rest).Count > 0 ? CommitteeFinder.Without(view.Committee, rest) : rest).Trim(':', ' ', '.');
        return name.Length == 0
            ? Card(RotaCard.Render(turn, view))
            : RotaWords.HostOf(turn.Network, view.Committee, name) switch
            {
                Outcome<RotaHost>.Done(var host) => await AskAsync(turn, view, host, cancellationToken),
                Outcome<RotaHost>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
    }

    private async Task<Answer> AskAsync(Turn turn, RotaView view, RotaHost host, CancellationToken cancellationToken) =>
        await changes.AskSwapAsync(turn, view, host, cancellationToken) is { } refusal
            ? new Answer.Text(RefusalText.Markdown(turn, refusal))
            : new Answer.Text(Messages.Get(turn.Reader, Sentence.SwapAsked, RotaCard.NameOf(turn.Network, host))) { Settled = turn.Form.IdentityOf(Subjects.Rota) };

    /// <summary>The only open wish to the sender.</summary>
    private async Task<Answer> AnswerAsync(Turn turn, bool agrees, CancellationToken cancellationToken)
    {
        var open = new List<(Committee Committee, SwapWish Wish)>();
        foreach (var committee in (await rotas.CommitteesAsync(turn.Network.Id, cancellationToken)).Select(turn.Network.Committee).OfType<Committee>())
        {
            var wishes = await rotas.WishesAsync(turn.Network.Id, committee.Id, cancellationToken);
            open.AddRange(wishes.Where(wish => wish.IsOpenAt(turn.Now) && wish.To.People(turn.Network, committee.Id).Contains(turn.Sender!.Id)).Select(wish => (committee, wish)));
        }

        if (open is not [var one])
        {
            return new Answer.Text(open.Count == 0 ? RefusalText.Markdown(turn, new Refusal(RefusalCode.SwapUnknown)) : Messages.Get(turn.Reader, Sentence.SwapSeveral));
        }

        return await changes.AnswerAsync(turn, one.Committee, one.Wish.Id, agrees, cancellationToken) switch
        {
            Outcome<SwapWish>.Done(var wish) => new Answer.Text(SwapWords.Said(turn.Reader, turn.Network, wish)) { Settled = wish.Id },
            Outcome<SwapWish>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Answer.Card Card(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}

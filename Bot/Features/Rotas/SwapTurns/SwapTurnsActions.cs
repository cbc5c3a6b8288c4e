using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Rotas;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rotas.SwapTurns;

/// <summary>[Tausch anbieten] on the rota: asks the other.</summary>
internal sealed class AskSwapAction(RotaViews views, RotaChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RotaVerbs.AskSwap;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await views.OfFormAsync(turn, form, cancellationToken) is not { } view)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.RotaMissing)));
        }

        var same = turn with { Form = FormReference.In(form) ?? turn.Form };
        var other = new RotaHost(form[RotaCard.OtherField]);
        return await changes.AskSwapAsync(same, view, other, cancellationToken) is { } refusal
            ? new CardReply.Say(RefusalText.Plain(turn, refusal))
            : new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.SwapAsked, RotaCard.NameOf(turn.Network, other))));
    }
}

/// <summary>[Tausch annehmen] on the question.</summary>
internal sealed class AgreeSwapAction(RotaChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RotaVerbs.AgreeSwap;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => SwapAnswers.ReplyAsync(changes, turn, form, agrees: true, cancellationToken);
}

/// <summary>[Lieber nicht] on the question.</summary>
internal sealed class DeclineSwapAction(RotaChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RotaVerbs.DeclineSwap;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => SwapAnswers.ReplyAsync(changes, turn, form, agrees: false, cancellationToken);
}

/// <summary>What both answers have in common.</summary>
internal static class SwapAnswers
{
    /// <summary>Answers the wish a card names.</summary>
    public static async Task<CardReply> ReplyAsync(RotaChanges changes, Turn turn, CardForm form, bool agrees, CancellationToken cancellationToken)
    {
        if (turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is not { } committee || form.Id("wish") is not { } id)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonMalformed));
        }

        return await changes.AnswerAsync(turn, committee, id, agrees, cancellationToken) switch
        {
            Outcome<SwapWish>.Done(var wish) => new CardReply.Replace(SentenceCard.Of(turn.Reader, SwapWords.Said(turn.Reader, turn.Network, wish))) { Settled = wish.Id },
            Outcome<SwapWish>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

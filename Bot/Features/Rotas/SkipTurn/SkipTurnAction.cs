using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rotas;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rotas.SkipTurn;

/// <summary>[Diesmal überspringen] on the rota. Pressing twice passes over one turn: the second finds that the rota has moved on.</summary>
internal sealed class SkipTurnAction(RotaViews views, RotaChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RotaVerbs.Skip;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await views.OfFormAsync(turn, form, cancellationToken) is not { } view)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.RotaMissing)));
        }

        var shown = (new RotaHost(form["host"]), form.Number("steps") ?? -1);
        var outcome = await changes.SkipAsync(turn, view.Committee, shown, form[ReasonQuestion.ReasonField], cancellationToken);
        if (outcome is Outcome<RotaHost>.Refused({ Code: not RefusalCode.RotaMovedOn } why))
        {
            return new CardReply.Say(RefusalText.Plain(turn, why));
        }

        var lead = outcome is Outcome<RotaHost>.Done(var host)
            ? Messages.Get(turn.Reader, Sentence.TurnSkipped, RotaCard.NameOf(turn.Network, host))
            : RefusalText.Markdown(turn, new Refusal(RefusalCode.RotaMovedOn));
        return await views.OfFormAsync(turn, form, cancellationToken) is { } now
            ? new CardReply.Replace(RotaCard.Render(turn, now, lead))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.RotaMissing)));
    }
}

using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.SeatTerms.GiveUpSeat;

/// <summary>[Ändern] on a preview: the form.</summary>
internal sealed class GiveUpFormAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MandateVerbs.Form;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => GiveUpReply.OfAsync(
        turn, form, (same, fields) => Task.FromResult<CardReply>(new CardReply.Replace(GiveUpCards.Form(same, fields, Messages.Get(same.Reader, Sentence.GiveUpWhere)))));
}

/// <summary>[Prüfen] on a form: the preview, or the form again with what is asked back.</summary>
internal sealed class PreviewGiveUpAction(GiveUpHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MandateVerbs.Preview;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => GiveUpReply.OfAsync(
        turn, form, async (same, fields) => new CardReply.Replace(await handler.DrawAsync(same, fields, cancellationToken)));
}

/// <summary>[So festlegen] on a preview: gives the seat up.</summary>
internal sealed class ConfirmGiveUpAction(GiveUpHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MandateVerbs.Confirm;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        GiveUpReply.OfAsync(turn, form, (same, fields) => handler.HandleAsync(same, fields, cancellationToken));
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissGiveUpAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MandateVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}

/// <summary>What all these buttons check first; whose seat it is, the plan itself looks up.</summary>
internal static class GiveUpReply
{
    /// <summary>What comes of the button, with the message it goes back to; or why nothing does.</summary>
    public static Task<CardReply> OfAsync(Turn turn, CardForm form, Func<Turn, GiveUpFields, Task<CardReply>> reply) => turn switch
    {
        _ when turn.WhyNot(Right.GiveUpSeat) is { } why => Task.FromResult<CardReply>(new CardReply.Say(RefusalText.Plain(turn, why))),
        { IsPersonal: false } => Task.FromResult<CardReply>(new CardReply.Say(Messages.Get(turn.Reader, Sentence.OnlyInPrivate))),
        _ => reply(turn with { Form = FormReference.In(form) ?? turn.Form }, GiveUpFields.In(form)),
    };
}

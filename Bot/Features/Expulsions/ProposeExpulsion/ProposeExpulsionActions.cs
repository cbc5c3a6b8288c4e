using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProposeExpulsion;

/// <summary>[Ändern] on the preview: back to the form.</summary>
internal sealed class ExpulsionFormAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ExpulsionVerbs.Form;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        ExpulsionReply.OfAsync(turn, form, same => Task.FromResult<CardReply>(new CardReply.Replace(ExpulsionCards.Form(same, ExpulsionDraft.In(form)))));
}

/// <summary>[Prüfen] on the form: the motion as it would be made, or the form again with what is asked back.</summary>
internal sealed class PreviewExpulsionAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ExpulsionVerbs.Preview;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        ExpulsionReply.OfAsync(turn, form, same => Task.FromResult<CardReply>(new CardReply.Replace(ExpulsionCards.Draw(same, ExpulsionDraft.In(form)))));
}

/// <summary>[Ausschluss beantragen] on the preview: makes the motion.</summary>
internal sealed class ProposeExpulsionAction(ProposeExpulsionHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ExpulsionVerbs.Propose;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => ExpulsionReply.OfAsync(turn, form, async same =>
    {
        var draft = ExpulsionDraft.In(form);
        return await handler.HandleAsync(same, draft, form[ExpulsionVerbs.ShownField], cancellationToken) switch
        {
            ExpulsionProposed.Done(var proposed) => new CardReply.Replace(SentenceCard.Of(same.Reader, ExpulsionWords.Of(same.Reader, proposed, same.LocalNow.Date))) { Settled = proposed.Id.Value },
            ExpulsionProposed.Running(var running) => new CardReply.Replace(SentenceCard.Of(same.Reader, Messages.Get(same.Reader, Sentence.ExpulsionRuns, ExpulsionWords.Escaped(running.Name)))),
            ExpulsionProposed.Asked(var question) => new CardReply.Replace(ExpulsionCards.Form(same, draft, question)),
            ExpulsionProposed.Overtaken(var plan) => new CardReply.Replace(ExpulsionCards.Preview(same, draft, plan, Messages.Get(same.Reader, Sentence.SetupOvertaken))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    });
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissExpulsionAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ExpulsionVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}

/// <summary>What all buttons of a motion check first.</summary>
internal static class ExpulsionReply
{
    /// <summary>What comes of the button, with the form it goes back to; or why nothing does.</summary>
    public static Task<CardReply> OfAsync(Turn turn, CardForm form, Func<Turn, Task<CardReply>> reply) => ProposalRight.WhyNot(turn) is { } why
        ? Task.FromResult<CardReply>(new CardReply.Say(why))
        : reply(turn with { Form = FormReference.In(form) ?? turn.Form });
}

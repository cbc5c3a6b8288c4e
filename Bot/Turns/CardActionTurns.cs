using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Telemetry;
using Bot.Storage;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Somebody presses a button, or a client asks by itself how things stand.</summary>
internal sealed class CardActionTurns(TurnLoader loader, IEnumerable<ICardAction> actions, HeardMessageStore heard, IFoundation foundation, NetworkChoice choice, Auditing auditing)
{
    private const int Attempts = 5;

    private readonly ImmutableDictionary<string, ICardAction> actionOf = actions.ToImmutableDictionary(action => action.Verb, StringComparer.Ordinal);

    /// <summary>Answers a pressed button or a refresh.</summary>
    public async Task<AdaptiveCardInvokeResponse> OnCardActionAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        if (!AdaptiveCardInvokeValue.TryRead(activity, out var invoke, out var refusal))
        {
            return refusal.Value is AdaptiveCardInvokeError error
                ? refusal with { Value = error with { Message = Messages.Get(Reader.For(activity.ReaderLocale()), Sentence.ButtonMalformed) } }
                : refusal;
        }

        if (await loader.LoadAsync(activity, cancellationToken, new CardForm(invoke.Action.Data)) is not { } turn)
        {
            var early = await foundation.ReplyAsync(activity, invoke.Action.Verb ?? string.Empty, new CardForm(invoke.Action.Data), cancellationToken);
            return await RespondAsync(context, Reader.For(activity.ReaderLocale()), early, cancellationToken);
        }

        context.Stamp = turn.Stamp;
        var reply = await RunAsync(turn, invoke.Action.Verb ?? string.Empty, new CardForm(invoke.Action.Data), invoke.IsAutomatic, cancellationToken);
        return await RespondAsync(context, turn.Reader, reply, cancellationToken);
    }

    private static async Task<AdaptiveCardInvokeResponse> RespondAsync(TurnContext context, Reader reader, CardReply reply, CancellationToken cancellationToken) => reply switch
    {
        CardReply.Replace replace => AdaptiveCardInvokeResponse.Card(FittingCard.Of(reader, replace.Content)),
        CardReply.Say say => AdaptiveCardInvokeResponse.Message(say.Sentence),
        CardReply.Below below => await AskAsync(context, reader, below, cancellationToken),
        CardReply.Offer offer => await OfferAsync(context, offer, cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task<AdaptiveCardInvokeResponse> AskAsync(TurnContext context, Reader reader, CardReply.Below below, CancellationToken cancellationToken)
    {
        await context.SendActivityAsync(CardMessage.Of(reader, below.Content), cancellationToken);
        return AdaptiveCardInvokeResponse.Message(below.Sentence);
    }

    private static async Task<AdaptiveCardInvokeResponse> OfferAsync(TurnContext context, CardReply.Offer offer, CancellationToken cancellationToken)
    {
        await FileTurns.OfferAsync(context, offer.File, cancellationToken);
        return AdaptiveCardInvokeResponse.Message(offer.Sentence);
    }

    /// <summary>Does what a button says, unless the card it stands on is overtaken. What nobody pressed only shows, and never does anything.</summary>
    public async Task<CardReply> RunAsync(Turn turn, string verb, CardForm form, bool isAutomatic, CancellationToken cancellationToken)
    {
        if (await foundation.ReplyBesideAsync(turn.Activity, verb, form, cancellationToken) is { } founded)
        {
            return founded;
        }

        if (await choice.InsteadOfAsync(turn, verb, form, cancellationToken) is { } instead)
        {
            return instead;
        }

        if (!actionOf.TryGetValue(verb, out var action) || (isAutomatic && !action.IsView) || RightOf.Verb(verb) is not { } right)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown));
        }

        TurnSight.Name(verb);
        if (turn.WhyNot(right) is { } why)
        {
            return new CardReply.Say(RefusalText.Plain(turn, why));
        }

        var reference = FormReference.In(form);
        if (reference is not null && await StaleAsync(turn, reference, cancellationToken) is { } stale)
        {
            return stale;
        }

        var reply = await auditing.RunAsync(turn, right, same => action.HandleAsync(same, form, cancellationToken));
        if (reference is not null && reply.Settled is { } outcome)
        {
            await SettleAsync(turn, reference, outcome, cancellationToken);
        }

        return reply;
    }

    /// <summary>What to answer instead when the message was edited or deleted since; null when the card still goes. What was done already is
    /// left to the action, which knows how it stands.</summary>
    private async Task<CardReply?> StaleAsync(Turn turn, FormReference reference, CancellationToken cancellationToken) =>
        await heard.FindAsync(turn.Network.Id, reference.Id, cancellationToken) switch
        {
            { Value.State: HeardState.Withdrawn } => new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.PreviewWithdrawn))),
            { Value: { State: HeardState.Pending, Revision: var newest } } when newest != reference.Revision =>
                new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.PreviewOutdated))),
            _ => null,
        };

    private async Task SettleAsync(Turn turn, FormReference reference, string outcome, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await heard.FindAsync(turn.Network.Id, reference.Id, cancellationToken) is not { } found || found.Value.State == HeardState.Done
                || await heard.TrySaveAsync(turn.Network.Id, found with { Value = found.Value with { State = HeardState.Done, Outcome = outcome } }, cancellationToken) is not null)
            {
                return;
            }
        }
    }
}

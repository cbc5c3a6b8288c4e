using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>The way of every turn: route, load, let the feature decide and store, answer.</summary>
internal sealed class KoordinationsBot(
    TurnLoader loader, ConversationBook conversations, CommandRouter router, IEnumerable<ICardAction> actions, Greeting greeting, RateLimit limit) : IBot
{
    private readonly ImmutableDictionary<string, ICardAction> actionOf = actions.ToImmutableDictionary(action => action.Verb, StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        if (IsFromBot(activity) || await limit.RefusesAsync(context, cancellationToken))
        {
            return;
        }

        await conversations.NoteAsync(activity, cancellationToken);
        switch (activity.Type)
        {
            case ActivityTypes.Message:
                await OnMessageAsync(context, cancellationToken);
                break;
            case ActivityTypes.Invoke when activity.Name == InvokeNames.AdaptiveCardAction:
                context.InvokeResponse = (await OnCardActionAsync(activity, cancellationToken)).ToInvokeResponse();
                break;
            case ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate:
                await greeting.OnUpdateAsync(activity, cancellationToken);
                break;
            default:
                break;
        }
    }

    /// <summary>Bots are not answered: two of them would never stop. People's ids begin with <c>29:</c>, bots' with <c>28:</c>.</summary>
    private static bool IsFromBot(Activity activity) => activity.Type == ActivityTypes.Message && activity.From is { } sender
        && (sender.Role is "bot" or "skill" || sender.Id == activity.Recipient?.Id || sender.Id?.StartsWith("28:", StringComparison.Ordinal) == true);

    private async Task OnMessageAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (await loader.LoadAsync(context.Activity, cancellationToken) is not { } turn)
        {
            await context.SendActivityAsync(MessageActivity.Text(NotSetUp(context.Activity)), cancellationToken);
            return;
        }

        if (SubmittedForm(context.Activity) is { } submitted)
        {
            await SendAsync(context, turn.Reader, await RunAsync(turn, submitted.Verb, submitted.Form, cancellationToken), cancellationToken);
            return;
        }

        var answer = await router.AnswerAsync(turn, new CommandText(context.Activity.RemoveRecipientMention()), cancellationToken);
        await SendAsync(context, turn.Reader, answer, cancellationToken);
    }

    private async Task<AdaptiveCardInvokeResponse> OnCardActionAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (!AdaptiveCardInvokeValue.TryRead(activity, out var invoke, out var refusal))
        {
            return refusal;
        }

        if (await loader.LoadAsync(activity, cancellationToken) is not { } turn)
        {
            return AdaptiveCardInvokeResponse.Message(NotSetUp(activity));
        }

        return await RunAsync(turn, invoke.Action.Verb ?? string.Empty, new CardForm(invoke.Action.Data), cancellationToken) switch
        {
            CardReply.Replace replace => AdaptiveCardInvokeResponse.Card(FittingCard.Of(turn.Reader, replace.Content)),
            CardReply.Say say => AdaptiveCardInvokeResponse.Message(say.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<CardReply> RunAsync(Turn turn, string verb, CardForm form, CancellationToken cancellationToken) =>
        actionOf.TryGetValue(verb, out var action)
            ? await action.HandleAsync(turn, form, cancellationToken)
            : new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown));

    private static string NotSetUp(Activity activity) => Messages.Get(Reader.For(activity.ReaderLocale()), Sentence.NetworkNotSetUp);

    /// <summary>Older clients send a pressed button as a message without text.</summary>
    private static (string Verb, CardForm Form)? SubmittedForm(Activity activity)
    {
        if (!string.IsNullOrWhiteSpace(activity.Text) || activity.Value is not { } value || AdaptiveCardInvokeValue.ReadFields(value) is not { Count: > 0 } data)
        {
            return null;
        }

        return (data.GetValueOrDefault("verb", string.Empty), new CardForm(data));
    }

    private static Task<string?> SendAsync(TurnContext context, Reader reader, CardReply reply, CancellationToken cancellationToken) => reply switch
    {
        CardReply.Replace replace => context.SendActivityAsync(CardMessage.Of(reader, replace.Content), cancellationToken),
        CardReply.Say say => context.SendActivityAsync(MessageActivity.Text(say.Sentence), cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task SendAsync(TurnContext context, Reader reader, Answer answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case Answer.Text text:
                await context.SendActivityAsync(MessageActivity.Markdown(text.Sentence), cancellationToken);
                break;
            case Answer.Card card:
                await context.SendActivityAsync(CardMessage.Of(reader, card.Content, card.Summary), cancellationToken);
                break;
            case Answer.Several several:
                foreach (var part in several.Parts)
                {
                    await SendAsync(context, reader, part, cancellationToken);
                }

                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}

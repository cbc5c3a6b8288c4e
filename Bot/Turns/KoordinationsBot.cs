using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;

namespace Bot.Turns;

/// <summary>The way of every turn: whoever it is from, note where it came from, and pass it to those who answer its kind.</summary>
internal sealed class KoordinationsBot(
    ConversationBook conversations, MessageTurns messages, EditTurns edits, CardActionTurns actions, EventTurns events, SearchTurns searches, FileTurns files,
    RateLimit limit) : IBot
{
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
                await messages.OnMessageAsync(context, cancellationToken);
                break;
            case ActivityTypes.MessageUpdate:
                await edits.OnEditedAsync(context, cancellationToken);
                break;
            case ActivityTypes.MessageDelete:
                await edits.OnDeletedAsync(context, cancellationToken);
                break;
            case ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate:
                await events.OnUpdateAsync(activity, cancellationToken);
                break;
            case ActivityTypes.Invoke:
                await OnInvokeAsync(context, cancellationToken);
                break;
            default:
                break;
        }
    }

    /// <summary>What is asked for and not known here is left without an answer, which makes it 501.</summary>
    private async Task OnInvokeAsync(TurnContext context, CancellationToken cancellationToken)
    {
        switch (context.Activity.Name)
        {
            case InvokeNames.AdaptiveCardAction:
                var reply = (await actions.OnCardActionAsync(context, cancellationToken)).ToInvokeResponse();
                context.InvokeResponse = NetworkStamp.On(reply, context.Stamp);
                break;
            case InvokeNames.ComposeExtensionQuery:
                context.InvokeResponse = await searches.OnQueryAsync(context.Activity, cancellationToken);
                break;
            case InvokeNames.FileConsent:
                await files.OnConsentAsync(context, cancellationToken);
                break;
            case InvokeNames.MessageSubmitAction:
                context.InvokeResponse = InvokeResponse.Empty;
                break;
            default:
                break;
        }
    }

    /// <summary>Bots are not answered: two of them would never stop. People's ids begin with <c>29:</c>, bots' with <c>28:</c>.</summary>
    private static bool IsFromBot(Activity activity) =>
        activity.Type is ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete && activity.From is { } sender
        && (sender.Role is "bot" or "skill" || sender.Id == activity.Recipient?.Id || sender.Id?.StartsWith("28:", StringComparison.Ordinal) == true);
}

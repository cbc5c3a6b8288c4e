using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>What people read when something takes longer than Teams waits: first that it goes on, then, in place of the card they pressed or in their
/// 1:1 chat, what came of it.</summary>
internal sealed class LateAnswers(ConversationBook conversations) : ILateAnswers
{
    /// <inheritdoc/>
    public InvokeResponse Early(Activity activity) => Say(activity, Sentence.TakesLonger) ?? InvokeResponse.Empty;

    /// <inheritdoc/>
    public InvokeResponse Busy(Activity activity) => Say(activity, Sentence.TooBusy) ?? new InvokeResponse(503, null);

    /// <inheritdoc/>
    public async Task FollowUpAsync(TurnContext turn, InvokeResponse answer, CancellationToken cancellationToken)
    {
        if (answer.Body is AdaptiveCardInvokeResponse outcome && !IsAutomatic(turn.Activity) && MessageOf(Reader.For(turn.Activity.ReaderLocale()), outcome) is { } message)
        {
            if (turn.Activity.Conversation?.ConversationType is null or ConversationTypes.Personal)
            {
                await ReplaceOrSendAsync(turn, outcome, message, cancellationToken);
            }
            else
            {
                await SendInPrivateAsync(turn, message, cancellationToken);
            }
        }
    }

    private static InvokeResponse? Say(Activity activity, Sentence sentence)
    {
        var said = Messages.Get(Reader.For(activity.ReaderLocale()), sentence);
        return activity.Name switch
        {
            // Nobody pressed, so nobody is told: the client asks again by itself.
            InvokeNames.AdaptiveCardAction when IsAutomatic(activity) => AdaptiveCardInvokeResponse.RetryAfter(5).ToInvokeResponse(),
            InvokeNames.AdaptiveCardAction => AdaptiveCardInvokeResponse.Message(said).ToInvokeResponse(),
            InvokeNames.ComposeExtensionQuery => MessagingExtensionResponse.Message(said).ToInvokeResponse(),
            _ => null,
        };
    }

    private static bool IsAutomatic(Activity activity) => AdaptiveCardInvokeValue.TryRead(activity, out var value, out _) && value.IsAutomatic;

    private static Activity? MessageOf(Reader reader, AdaptiveCardInvokeResponse outcome) => outcome.Value switch
    {
        Platform.Cards.AdaptiveCard card => CardMessage.Of(reader, card),
        string said => MessageActivity.Text(said),
        AdaptiveCardInvokeError error => MessageActivity.Text(error.Message),
        _ => null,
    };

    private static async Task ReplaceOrSendAsync(TurnContext turn, AdaptiveCardInvokeResponse outcome, Activity message, CancellationToken cancellationToken)
    {
        if (outcome.Value is Platform.Cards.AdaptiveCard && turn.Activity.ReplyToId is { Length: > 0 } pressed)
        {
            try
            {
                await turn.UpdateActivityAsync(pressed, message, cancellationToken);
                return;
            }
            catch (ConnectorException gone) when (gone.Status is System.Net.HttpStatusCode.NotFound)
            {
                // The card was deleted meanwhile; what came of it is still worth a message.
            }
        }

        await turn.SendActivityAsync(message, cancellationToken);
    }

    /// <summary>What somebody is shown after pressing may be theirs alone, such as their vote, so in a room it is never put in the place of the card
    /// everybody sees.</summary>
    private async Task SendInPrivateAsync(TurnContext turn, Activity message, CancellationToken cancellationToken)
    {
        var account = new Account(turn.Activity.From?.Id, turn.Activity.From?.AadObjectId);
        if (turn.Activity.TenantId() is { } tenant && account.NameInForms is { Length: > 0 } name
            && await conversations.FindAsync(tenant, ConversationBook.PersonalKey(name), cancellationToken) is { IsActive: true } chat)
        {
            await turn.SendElsewhereAsync(chat.ServiceUrl, chat.ConversationId, message, cancellationToken);
        }
    }
}

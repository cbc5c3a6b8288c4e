using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities.Connector;

namespace Bot.Platform.Activities;

/// <summary>One activity that came in, and the ways to answer it.</summary>
internal sealed class TurnContext(Activity activity, IConnectorClient connector)
{
    private readonly List<Activity> replies = [];
    private readonly IConnectorClient answering = connector.For(activity.TenantId(), ConnectorLane.Answer);

    private readonly Lock gate = new();

    /// <summary>What came in, authenticated. Messages and invokes have sender, conversation and service address.</summary>
    public Activity Activity => activity;

    /// <summary>Set by the bot when the activity is an invoke; left null it is answered with 501.</summary>
    public InvokeResponse? InvokeResponse { get; set; }

    /// <summary>Written on everything that is sent from now on, to say whose it is; null where that goes without saying.</summary>
    public string? Stamp { get; set; }

    /// <summary>What was sent so far to a sender who expects the replies in the HTTP answer; otherwise empty.</summary>
    public IReadOnlyList<Activity> ExpectedReplies
    {
        get
        {
            lock (gate)
            {
                return [.. replies];
            }
        }
    }

    /// <summary>Set once the HTTP answer is given while the turn goes on: from then on replies go through the Connector.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>Whether the sender expects the replies in the HTTP answer, and it is not given yet.</summary>
    public bool CollectsReplies => !IsAnswered && string.Equals(activity.DeliveryMode, DeliveryModes.ExpectReplies, StringComparison.OrdinalIgnoreCase);

    /// <summary>Says something in the conversation the activity came from.</summary>
    /// <param name="reply">Sender, recipient, conversation and what it replies to are filled in where they are missing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message's id, or null when the channel named none.</returns>
    /// <exception cref="ConnectorException">The channel said no.</exception>
    public async Task<string?> SendActivityAsync(Activity reply, CancellationToken cancellationToken)
    {
        Address(NetworkStamp.On(reply, Stamp));
        if (CollectsReplies)
        {
            lock (gate)
            {
                replies.Add(reply);
            }

            return null;
        }

        return await answering.SendToConversationAsync(ServiceUrl, ConversationId, reply, cancellationToken);
    }

    /// <summary>Says a plain sentence in the conversation the activity came from.</summary>
    public Task<string?> SendActivityAsync(string text, CancellationToken cancellationToken) =>
        SendActivityAsync(MessageActivity.Text(text), cancellationToken);

    /// <summary>Says something in another conversation, such as the sender's 1:1 chat.</summary>
    /// <exception cref="ConnectorException">The channel said no.</exception>
    public Task<string?> SendElsewhereAsync(string serviceUrl, string conversationId, Activity message, CancellationToken cancellationToken) =>
        connector.SendToConversationAsync(serviceUrl, conversationId, NetworkStamp.On(message, Stamp), cancellationToken);

    /// <summary>Replaces a message of the bot in this conversation.</summary>
    public Task UpdateActivityAsync(string activityId, Activity replacement, CancellationToken cancellationToken)
    {
        Address(NetworkStamp.On(replacement, Stamp));
        return answering.UpdateActivityAsync(ServiceUrl, ConversationId, activityId, replacement, cancellationToken);
    }

    /// <summary>Removes a message of the bot from this conversation.</summary>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken) =>
        answering.DeleteActivityAsync(ServiceUrl, ConversationId, activityId, cancellationToken);

    private string ServiceUrl => activity.ServiceUrl ?? throw new InvalidOperationException("The activity names no service address to answer to.");

    private string ConversationId => activity.Conversation?.Id ?? throw new InvalidOperationException("The activity names no conversation to answer in.");

    /// <summary>Only ids go back: names and fields not known here would make the answer as large as what came.</summary>
    private void Address(Activity reply)
    {
        reply.From ??= IdOf(activity.Recipient);
        reply.Recipient ??= IdOf(activity.From);
        reply.Conversation ??= activity.Conversation is { } place ? new ConversationAccount { Id = place.Id, TenantId = place.TenantId } : null;
        reply.ChannelId ??= activity.ChannelId;
        reply.ReplyToId ??= activity.Id;
    }

    private static ChannelAccount? IdOf(ChannelAccount? account) => account is null ? null : new ChannelAccount { Id = account.Id };
}

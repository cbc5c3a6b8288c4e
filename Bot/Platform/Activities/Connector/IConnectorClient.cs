using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities.Connector;

/// <summary>Speaks to conversations through the channel's Connector service, version 3.</summary>
/// <remarks>Every method checks the service address against <see cref="ServiceUrls"/> and throws <see cref="System.ArgumentException"/> when it is not
/// on the list, and <see cref="ConnectorException"/> when the service says no. Nothing is tried twice: whoever calls decides that,
/// since a message sent again may appear twice.</remarks>
internal interface IConnectorClient
{
    /// <summary>Sends into a conversation.</summary>
    /// <returns>The message's id, or null when the service took it without naming one.</returns>
    Task<string?> SendToConversationAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken);

    /// <summary>Replaces a message the bot has sent.</summary>
    Task UpdateActivityAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken);

    /// <summary>Removes a message the bot has sent.</summary>
    Task DeleteActivityAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken);

    /// <summary>Opens a conversation 1:1, or a thread in a channel.</summary>
    Task<ConversationResourceResponse> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken);

    /// <summary>Members of a conversation, or of a team by its id.</summary>
    /// <param name="serviceUrl">Where the conversation is at home.</param>
    /// <param name="conversationId">Conversation or team.</param>
    /// <param name="pageSize">50 to 500; Teams moves what lies outside to the nearer bound.</param>
    /// <param name="continuationToken">From the page before; null for the first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<PagedMembersResult> GetPagedMembersAsync(
        string serviceUrl, string conversationId, int pageSize, string? continuationToken, CancellationToken cancellationToken);
}

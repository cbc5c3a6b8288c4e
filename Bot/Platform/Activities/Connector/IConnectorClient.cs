using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities.Connector;

/// <summary>Speaks to conversations through the channel's Connector service, version 3.</summary>
/// <remarks>Every method checks the service address against <see cref="ServiceUrls"/> and throws <see cref="System.ArgumentException"/> when it is not
/// on the list, and <see cref="ConnectorException"/> when the service says no or nothing; its <see cref="ConnectorException.Outcome"/> says what follows.
/// What is injected keeps the published pace and tries again for a few seconds what passes by itself (see <see cref="PacedConnector"/>); whatever takes longer
/// is for the caller to try later.</remarks>
internal interface IConnectorClient
{
    /// <summary>The same Connector, told for whom it speaks. Unless told it speaks for <see cref="ConnectorLane.Broadcast"/>, and takes the service address for
    /// the tenant.</summary>
    /// <param name="tenant">Whose budget is used; null to go by the service address.</param>
    /// <param name="lane">Who waits for it.</param>
    IConnectorClient For(string? tenant, ConnectorLane lane) => this;

    /// <summary>Sends into a conversation. After a failure in doubt a person's answer is sent again up to twice, and so may appear twice; a broadcast
    /// is not, because whoever keeps the ledger does that later.</summary>
    /// <returns>The message's id, or null when the service took it without naming one.</returns>
    Task<string?> SendToConversationAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken);

    /// <summary>Replaces a message the bot has sent. Several waiting replacements of one message become one: the newest, at most every two seconds.</summary>
    Task UpdateActivityAsync(string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken);

    /// <summary>Removes a message the bot has sent.</summary>
    Task DeleteActivityAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken);

    /// <summary>Opens a conversation 1:1, or a thread in a channel. Opening a 1:1 chat twice gives the same chat; opening a thread is sending its first
    /// message, with the same doubt.</summary>
    Task<ConversationResourceResponse> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken);

    /// <summary>One member of a conversation, or of a team by its id.</summary>
    /// <param name="serviceUrl">Where the conversation is at home.</param>
    /// <param name="conversationId">Conversation or team.</param>
    /// <param name="memberId">Teams id (<c>29:…</c>), Entra object id or user principal name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when there is no such member, or no such conversation.</returns>
    Task<ChannelAccount?> GetMemberAsync(string serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken);

    /// <summary>Members of a conversation, or of a team by its id.</summary>
    /// <param name="serviceUrl">Where the conversation is at home.</param>
    /// <param name="conversationId">Conversation or team.</param>
    /// <param name="pageSize">50 to 500; Teams moves what lies outside to the nearer bound.</param>
    /// <param name="continuationToken">From the page before; null for the first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<PagedMembersResult> GetPagedMembersAsync(
        string serviceUrl, string conversationId, int pageSize, string? continuationToken, CancellationToken cancellationToken);
}

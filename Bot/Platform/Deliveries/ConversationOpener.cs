using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities.Connector;

namespace Bot.Platform.Deliveries;

/// <summary>Finds the conversation with a recipient, and opens a 1:1 chat that never was.</summary>
internal sealed class ConversationOpener(ConversationBook conversations)
{
    /// <summary>In how many teams and chats somebody is looked for whose Teams id is not known.</summary>
    private const int MostRooms = 3;

    /// <summary>How Teams ids of people begin.</summary>
    private const string TeamsId = "29:";

    /// <summary>The conversation, or null when it is not known and cannot be opened, because the person has not installed the bot or nobody of the tenant
    /// has spoken to it yet.</summary>
    /// <exception cref="ConnectorException">Opening failed in another way.</exception>
    public async Task<KnownConversation?> FindOrOpenAsync(string tenant, Audience audience, IConnectorClient outgoing, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(tenant, audience.Key, cancellationToken) is { } known)
        {
            return known;
        }

        if (audience.Member is not { } member || await conversations.ServiceUrlAsync(tenant, cancellationToken) is not { } serviceUrl)
        {
            return null;
        }

        var id = await TeamsIdOfAsync(tenant, member, outgoing, cancellationToken);
        if (await OpenAsync(outgoing, serviceUrl, tenant, id, cancellationToken) is not { Id: { Length: > 0 } opened } chat)
        {
            return null;
        }

        var conversation = new KnownConversation(tenant, audience.Key, opened, conversations.Trusted(chat.ServiceUrl) ?? serviceUrl, null, true);
        await conversations.SaveAsync(conversation, cancellationToken);
        return conversation;
    }

    /// <summary>Teams opens chats by its own id of a person, which is told to bots only where they meet: a person known by the Entra object id alone is looked up among
    /// the members of a few conversations. Last try: the object id itself.</summary>
    private async Task<string> TeamsIdOfAsync(string tenant, string member, IConnectorClient outgoing, CancellationToken cancellationToken)
    {
        if (member.StartsWith(TeamsId, System.StringComparison.Ordinal))
        {
            return member;
        }

        foreach (var room in await conversations.RoomsAsync(tenant, MostRooms, cancellationToken))
        {
            if (await MemberAsync(outgoing, room, member, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return member;
    }

    private static async Task<string?> MemberAsync(IConnectorClient outgoing, KnownConversation room, string member, CancellationToken cancellationToken)
    {
        try
        {
            var found = await outgoing.GetMemberAsync(room.ServiceUrl, room.ConversationId, member, cancellationToken);
            return string.IsNullOrEmpty(found?.Id) ? null : found.Id;
        }
        catch (ConnectorException elsewhere) when (elsewhere.Outcome is ConnectorOutcome.NotInConversation or ConnectorOutcome.ForgetConversation or ConnectorOutcome.GiveUp)
        {
            return null;
        }
    }

    /// <summary>Null when the person has not installed the bot, or is in no team that has.</summary>
    private static async Task<ConversationResourceResponse?> OpenAsync(
        IConnectorClient outgoing, string serviceUrl, string tenant, string member, CancellationToken cancellationToken)
    {
        try
        {
            return await outgoing.CreateConversationAsync(serviceUrl, ConversationParameters.Personal(member, tenant), cancellationToken);
        }
        catch (ConnectorException failure) when (failure.Outcome is ConnectorOutcome.InstallFirst or ConnectorOutcome.NotInConversation)
        {
            return null;
        }
    }
}

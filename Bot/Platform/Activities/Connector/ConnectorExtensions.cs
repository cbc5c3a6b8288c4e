using System;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities.Connector;

/// <summary>Speaking without having been asked.</summary>
internal static class ConnectorExtensions
{
    extension(IConnectorClient connector)
    {
        /// <summary>Sends into a stored conversation; in a channel's thread when the reference was made there. The bot is filled in as
        /// sender, and the conversation, where the activity lacks them.</summary>
        /// <returns>The message's id, or null when the service took it without naming one.</returns>
        /// <exception cref="ArgumentException">The reference lacks conversation or service address, or the address is not on the list.</exception>
        /// <exception cref="ConnectorException">The service said no.</exception>
        public Task<string?> SendToConversationAsync(ConversationReference reference, Activity activity, CancellationToken cancellationToken)
        {
            if (reference is not { ServiceUrl: { } serviceUrl, Conversation.Id: { } conversationId })
            {
                throw new ArgumentException("The reference lacks its conversation or its service address.", nameof(reference));
            }

            activity.From ??= reference.Bot;
            activity.Conversation ??= reference.Conversation;
            activity.ChannelId ??= reference.ChannelId;
            return connector.SendToConversationAsync(serviceUrl, conversationId, activity, cancellationToken);
        }
    }
}

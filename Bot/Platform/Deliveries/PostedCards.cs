using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Deliveries;

/// <summary>Brings cards up to date that were posted about a subject.</summary>
internal sealed partial class PostedCards(DeliveryLedger ledger, ConversationBook conversations, IConnectorClient connector, ILogger<PostedCards> logger)
{
    /// <summary>Replaces each posted card of the given kinds in place.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="subject">What the cards are about.</param>
    /// <param name="kinds">Which messages about it carry a card to be kept up to date.</param>
    /// <param name="render">The message as it must look now for a conversation's key and locale; null leaves that card as it is.</param>
    /// <param name="cancellationToken">Stops it between two cards.</param>
    public async Task UpdateAsync(
        string tenant, string subject, IReadOnlyCollection<string> kinds, Func<string, string?, Activity?> render, CancellationToken cancellationToken)
    {
        await foreach (var posted in ledger.AboutAsync(subject, cancellationToken))
        {
            if (posted is { State: DeliveryState.Sent, ActivityId: { } id, ServiceUrl: { } serviceUrl, ConversationId: { } conversation } && kinds.Contains(posted.Kind))
            {
                var place = await conversations.FindAsync(tenant, posted.Audience, cancellationToken);
                if (place is not { IsActive: false } && render(posted.Audience, place?.Locale) is { } message)
                {
                    await UpdateOneAsync(serviceUrl, conversation, id, subject, message, cancellationToken);
                }
            }
        }
    }

    private async Task UpdateOneAsync(
        string serviceUrl, string conversation, string activityId, string subject, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            await connector.UpdateActivityAsync(serviceUrl, conversation, activityId, message, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A card that was deleted or cannot be reached shows its old state; pressing it still answers with the current one.
            LogNotUpdated(logger, subject, (failure as ConnectorException)?.Code ?? failure.GetType().Name);
        }
    }

    [LoggerMessage(EventId = 4002, Level = LogLevel.Warning, Message = "About {Subject}: a posted card was not updated ({Error})")]
    private static partial void LogNotUpdated(ILogger logger, string subject, string error);
}

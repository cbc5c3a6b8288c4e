using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Deliveries;

/// <summary>Sends announcements: claims a line of the ledger, sends, and notes how it went.</summary>
internal sealed partial class Announcer(
    DeliveryLedger ledger, ConversationBook conversations, IConnectorClient connector, ILogger<Announcer> logger)
{
    private const int MostAttempts = 6;

    /// <summary>Tells every audience that was not told yet.</summary>
    /// <returns>When to call again because something is still under way; null when everybody is done.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(Announcement announcement, CancellationToken cancellationToken)
    {
        DateTimeOffset? again = null;
        foreach (var audience in announcement.Audiences)
        {
            if (await TellAsync(announcement, audience, cancellationToken) is { } later && (again is null || later < again))
            {
                again = later;
            }
        }

        return again;
    }

    private async Task<DateTimeOffset?> TellAsync(Announcement announcement, Audience audience, CancellationToken cancellationToken)
    {
        var (mine, row, line) = await ledger.ClaimAsync(announcement.Subject, announcement.Kind, audience.Key, cancellationToken);
        if (!mine)
        {
            return line.State == DeliveryState.Claimed ? line.LeaseUntil : null;
        }

        var outcome = await SendAsync(announcement, audience, line, cancellationToken);
        if (outcome is { State: DeliveryState.Failed or DeliveryState.GivenUp })
        {
            LogUndelivered(logger, announcement.Subject, announcement.Kind, outcome.Error ?? string.Empty);
        }

        await ledger.SaveAsync(row, outcome, cancellationToken);
        return outcome.State == DeliveryState.Claimed ? outcome.LeaseUntil : null;
    }

    private async Task<Delivery> SendAsync(Announcement announcement, Audience audience, Delivery line, CancellationToken cancellationToken)
    {
        try
        {
            if (await FindOrWaitAsync(announcement, audience, cancellationToken) is not { } conversation)
            {
                return line with { State = DeliveryState.Waiting, Error = "NotAdded" };
            }

            if (!conversation.IsActive)
            {
                return line with { State = DeliveryState.Failed, Error = "Removed" };
            }

            var id = await connector.SendToConversationAsync(
                conversation.ServiceUrl, conversation.ConversationId, audience.Render(conversation.Locale), cancellationToken);
            return line with
            {
                State = DeliveryState.Sent, ConversationId = conversation.ConversationId, ServiceUrl = conversation.ServiceUrl, ActivityId = id, Error = null,
            };
        }
        catch (ConnectorException failure) when (IsTransient(failure))
        {
            return line.Attempts >= MostAttempts
                ? line with { State = DeliveryState.GivenUp, Error = failure.Code ?? failure.Status.ToString() }
                : line with { Error = failure.Code ?? failure.Status.ToString() };
        }
        catch (HttpRequestException failure)
        {
            return line.Attempts >= MostAttempts
                ? line with { State = DeliveryState.GivenUp, Error = failure.HttpRequestError.ToString() }
                : line with { Error = failure.HttpRequestError.ToString() };
        }
        catch (ConnectorException failure)
        {
            return line with { State = DeliveryState.Failed, Error = failure.Code ?? failure.Status.ToString() };
        }
    }

    /// <summary>The conversation, or null after it was written down that something waits for it.</summary>
    private async Task<KnownConversation?> FindOrWaitAsync(Announcement announcement, Audience audience, CancellationToken cancellationToken)
    {
        if (await FindOrOpenAsync(announcement.Tenant, audience, cancellationToken) is { } conversation)
        {
            return conversation;
        }

        if (announcement.Wake is { } subject)
        {
            await conversations.WaitAsync(announcement.Tenant, audience.Key, subject, cancellationToken);
        }

        // The bot may have been added between the two looks; then nobody else would wake the subject.
        return await conversations.FindAsync(announcement.Tenant, audience.Key, cancellationToken);
    }

    private async Task<KnownConversation?> FindOrOpenAsync(string tenant, Audience audience, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(tenant, audience.Key, cancellationToken) is { } known)
        {
            return known;
        }

        if (audience.Member is null || await conversations.ServiceUrlAsync(tenant, cancellationToken) is not { } serviceUrl)
        {
            return null;
        }

        if (await OpenAsync(serviceUrl, tenant, audience.Member, cancellationToken) is not { } opened)
        {
            return null;
        }

        var conversation = new KnownConversation(tenant, audience.Key, opened.Id ?? string.Empty, opened.ServiceUrl ?? serviceUrl, null, true);
        await conversations.SaveAsync(conversation, cancellationToken);
        return conversation;
    }

    /// <summary>Opens somebody's 1:1 chat; null when they have not installed the bot (403, ForbiddenOperationException).</summary>
    private async Task<ConversationResourceResponse?> OpenAsync(string serviceUrl, string tenant, string member, CancellationToken cancellationToken)
    {
        try
        {
            return await connector.CreateConversationAsync(serviceUrl, ConversationParameters.Personal(member, tenant), cancellationToken);
        }
        catch (ConnectorException failure) when (failure is { Status: HttpStatusCode.Forbidden, Code: "ForbiddenOperationException" or "BotNotInConversationRoster" })
        {
            return null;
        }
    }

    /// <summary>What passes by itself: throttling, conflicts of concurrent operations, a service that is not there at the moment.</summary>
    private static bool IsTransient(ConnectorException failure) => failure.Status is
        HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "About {Subject}, {Kind}: not delivered ({Error})")]
    private static partial void LogUndelivered(ILogger logger, string subject, string kind, string error);
}

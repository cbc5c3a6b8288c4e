using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities.Connector;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Deliveries;

/// <summary>Sends announcements: claims a line of the ledger, sends, and notes how it went.</summary>
internal sealed partial class Announcer(
    DeliveryLedger ledger, ConversationBook conversations, IConnectorClient connector, TimeProvider time, ILogger<Announcer> logger)
{
    /// <summary>With the waiting times of <see cref="Backoff"/>, some four hours.</summary>
    private const int MostAttempts = 12;

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

            var id = await connector.SendToConversationAsync(
                conversation.ServiceUrl, conversation.ConversationId, audience.Render(conversation.Locale), cancellationToken);
            return line with
            {
                State = DeliveryState.Sent, ConversationId = conversation.ConversationId, ServiceUrl = conversation.ServiceUrl, ActivityId = id, Error = null,
            };
        }
        catch (ConnectorException failure)
        {
            var error = failure.Code ?? failure.Status.ToString();
            return IsTransient(failure)
                ? Again(line, error, failure.RetryAfter ?? Backoff(line.Attempts), MostAttempts)
                : line with { State = DeliveryState.Failed, Error = error };
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Out of reach, out of time, or a message that cannot be made: whatever it is, it must not keep the others waiting.
            LogTrouble(logger, failure, announcement.Subject, announcement.Kind);
            return Again(line, failure.GetType().Name, Backoff(line.Attempts), MostAttempts);
        }
    }

    private Delivery Again(Delivery line, string error, TimeSpan wait, int most) => line.Attempts >= most
        ? line with { State = DeliveryState.GivenUp, Error = error }
        : line with { Error = error, LeaseUntil = time.GetUtcNow() + wait };

    /// <summary>The conversation, or null after it was written down that something waits for it.</summary>
    private async Task<KnownConversation?> FindOrWaitAsync(Announcement announcement, Audience audience, CancellationToken cancellationToken)
    {
        if (await FindOrOpenAsync(announcement.Tenant, audience, cancellationToken) is { IsActive: true } conversation)
        {
            return conversation;
        }

        if (announcement.Wake is { } subject)
        {
            await conversations.WaitAsync(announcement.Tenant, audience.Key, subject, cancellationToken);
        }

        // The bot may have been added between the two looks; then nobody else would wake the subject.
        return await conversations.FindAsync(announcement.Tenant, audience.Key, cancellationToken) is { IsActive: true } added ? added : null;
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

    /// <summary>Tries again after 15 seconds, 30 seconds, 1, 2, 4 … 60 minutes.</summary>
    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, 15 << Math.Min(attempts - 1, 8)));

    /// <summary>What passes by itself: throttling, conflicts of concurrent operations, a service that is not there at the moment.</summary>
    private static bool IsTransient(ConnectorException failure) => failure.Status is
        HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "About {Subject}, {Kind}: not delivered ({Error})")]
    private static partial void LogUndelivered(ILogger logger, string subject, string kind, string error);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Warning, Message = "About {Subject}, {Kind}: trouble on the way; it is tried again")]
    private static partial void LogTrouble(ILogger logger, Exception failure, string subject, string kind);
}

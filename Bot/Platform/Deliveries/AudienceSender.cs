using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Telemetry;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Deliveries;

/// <summary>Tells one recipient, and says what that makes of the line in the ledger.</summary>
internal sealed partial class AudienceSender(
    ConversationBook conversations, ConversationOpener opener, IConnectorClient connector, TimeProvider time, ILogger<AudienceSender> logger)
{
    /// <summary>With the waiting times of <see cref="Backoff"/>, some four hours.</summary>
    private const int MostAttempts = 12;

    /// <summary>The error of a message that could not be made: it cannot be sent, however often it is tried.</summary>
    public const string Unmade = "Unmade";

    /// <summary>How often a message is sent that may have arrived each time before: the first time, then after a minute, ten minutes, an hour.</summary>
    private const int MostInDoubt = 4;

    /// <summary>How long somebody without the bot is left alone when nothing tells that it was added.</summary>
    private static readonly TimeSpan UntilAdded = TimeSpan.FromHours(1);

    /// <summary>Sends what is to be said, or finds out why it cannot be.</summary>
    /// <param name="announcement">What it belongs to.</param>
    /// <param name="audience">Who is told.</param>
    /// <param name="line">The claimed line.</param>
    /// <param name="cancellationToken">Gives the claim back unless the message is on its way already.</param>
    /// <returns>The line as it is to be stored, and the failure when there was one.</returns>
    public async Task<(Delivery Line, ConnectorException? Failure)> SendAsync(
        Announcement announcement, Audience audience, Delivery line, CancellationToken cancellationToken)
    {
        try
        {
            return (await TellAsync(announcement, audience, line, cancellationToken), null);
        }
        catch (ConnectorException failure)
        {
            return (await AfterAsync(announcement, audience, line, failure), failure);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (Untried(line, TimeSpan.Zero), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Out of reach, out of time, or a message that cannot be made: whatever it is, it must not keep the others waiting.
            LogTrouble(logger, announcement.Subject, announcement.Kind, FaultTrace.Of(failure));
            return (Again(line, failure.GetType().Name, Backoff(line.Attempts)), null);
        }
    }

    private async Task<Delivery> TellAsync(Announcement announcement, Audience audience, Delivery line, CancellationToken cancellationToken)
    {
        var outgoing = connector.For(announcement.Tenant, announcement.Lane);
        if (await FindOrWaitAsync(announcement, audience, outgoing, cancellationToken) is not { } conversation)
        {
            return Waiting(line, "NotAdded");
        }

        if (!conversation.IsActive)
        {
            return await WaitOrFailAsync(announcement, audience, line, "Removed");
        }

        if (Made(announcement, audience, conversation.Locale) is not { } message)
        {
            return line with { State = DeliveryState.Failed, Error = Unmade };
        }

        var id = await SayAsync(outgoing, conversation, message, cancellationToken);
        return line with
        {
            State = DeliveryState.Sent, ConversationId = conversation.ConversationId, ServiceUrl = conversation.ServiceUrl, ActivityId = id, Error = null,
        };
    }

    /// <summary>The message; null when it cannot be made. What it is made of is read already, so trying again by itself would not help: only whoever mends the fault, and then a coordinator.</summary>
    private Activity? Made(Announcement announcement, Audience audience, string? locale)
    {
        try
        {
            return NetworkStamp.On(audience.Render(locale), NetworkStamp.OfSubject(announcement.Subject));
        }
        catch (Exception fault)
        {
            LogUnmade(logger, announcement.Subject, announcement.Kind, FaultTrace.Of(fault));
            return null;
        }
    }

    /// <summary>A card that is too large is said in the words it would have been announced with.</summary>
    private static async Task<string?> SayAsync(IConnectorClient outgoing, KnownConversation conversation, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            return await outgoing.SendToConversationAsync(conversation.ServiceUrl, conversation.ConversationId, message, cancellationToken);
        }
        catch (ConnectorException failure) when (failure.Outcome is ConnectorOutcome.Shrink && message is { Attachments: not null, Summary: { Length: > 0 } summary })
        {
            return await outgoing.SendToConversationAsync(
                conversation.ServiceUrl, conversation.ConversationId, MessageActivity.Text(summary), cancellationToken);
        }
    }

    private async Task<Delivery> AfterAsync(Announcement announcement, Audience audience, Delivery line, ConnectorException failure)
    {
        var error = failure.Code ?? failure.Status.ToString();
        switch (failure.Outcome)
        {
            case ConnectorOutcome.TryAgain when failure.Code == ConnectorException.Paced:
                return Untried(line, failure.RetryAfter ?? TimeSpan.Zero);
            case ConnectorOutcome.TryAgain:
                return Again(line, error, failure.RetryAfter ?? Backoff(line.Attempts));
            case ConnectorOutcome.InDoubt:
                return InDoubt(line with { Doubts = line.Doubts + 1 }, error);
            case ConnectorOutcome.CheckRegistration:
                // The recipient is not to blame; the slice stops and comes back.
                return Untried(line, TimeSpan.FromMinutes(5));
            case ConnectorOutcome.NotInConversation or ConnectorOutcome.InstallFirst or ConnectorOutcome.StopTenant:
                await conversations.FollowAsync(announcement.Tenant, audience.Key, failure.Outcome, CancellationToken.None);
                return await WaitOrFailAsync(announcement, audience, line, error);
            default:
                await conversations.FollowAsync(announcement.Tenant, audience.Key, failure.Outcome, CancellationToken.None);
                return line with { State = DeliveryState.Failed, Error = error };
        }
    }

    private async Task<Delivery> WaitOrFailAsync(Announcement announcement, Audience audience, Delivery line, string error)
    {
        if (announcement.Wake is not { } subject)
        {
            return line with { State = DeliveryState.Failed, Error = error };
        }

        await conversations.WaitAsync(announcement.Tenant, audience.Key, subject, CancellationToken.None);
        return Waiting(line, error);
    }

    private Delivery Waiting(Delivery line, string error) =>
        line with { State = DeliveryState.Waiting, Error = error, Attempts = 0, LeaseUntil = time.GetUtcNow() + UntilAdded };

    /// <summary>Nothing was sent, and it was nobody's fault.</summary>
    private Delivery Untried(Delivery line, TimeSpan wait) => line with { Attempts = Math.Max(0, line.Attempts - 1), LeaseUntil = time.GetUtcNow() + wait };

    private Delivery Again(Delivery line, string error, TimeSpan wait) => line.Attempts >= MostAttempts
        ? line with { State = DeliveryState.GivenUp, Error = error }
        : line with { Error = error, LeaseUntil = time.GetUtcNow() + wait };

    private Delivery InDoubt(Delivery line, string error) => line.Doubts >= MostInDoubt
        ? line with { State = DeliveryState.GivenUp, Error = error }
        : line with { Error = error, LeaseUntil = time.GetUtcNow() + TimeSpan.FromMinutes(line.Doubts switch { 1 => 1, 2 => 10, _ => 60 }) };

    /// <summary>The conversation, or null after it was written down that something waits for it.</summary>
    private async Task<KnownConversation?> FindOrWaitAsync(
        Announcement announcement, Audience audience, IConnectorClient outgoing, CancellationToken cancellationToken)
    {
        if (await opener.FindOrOpenAsync(announcement.Tenant, audience, outgoing, cancellationToken) is { } conversation)
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

    /// <summary>Tries again after 15 seconds, 30 seconds, 1, 2, 4 … 60 minutes.</summary>
    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, 15 << Math.Clamp(attempts - 1, 0, 8)));

    [LoggerMessage(EventId = 4016, Level = LogLevel.Error, Message = "About {Subject}, {Kind}: a message could not be made; its recipient is not told. {Fault}")]
    private static partial void LogUnmade(ILogger logger, string subject, string kind, string fault);

    [LoggerMessage(EventId = 4012, Level = LogLevel.Warning, Message = "About {Subject}, {Kind}: trouble on the way; it is tried again. {Fault}")]
    private static partial void LogTrouble(ILogger logger, string subject, string kind, string fault);
}

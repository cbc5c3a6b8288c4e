using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Deliveries;

/// <summary>Brings cards up to date that were posted about a subject.</summary>
internal sealed partial class PostedCards(
    DeliveryLedger ledger, ConversationBook conversations, IConnectorClient connector, IOptions<ConnectorOptions> options, TimeProvider time, ILogger<PostedCards> logger)
{
    /// <summary>With pauses of 15 seconds to 32 minutes, an hour; a card that is behind for longer shows its old state until the next change, and pressing it
    /// answers with the current one.</summary>
    private const int MostFailures = 8;

    /// <summary>Replaces each posted card of the given kinds in place, a bounded number at a time.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="subject">What the cards are about.</param>
    /// <param name="kinds">Which messages about it carry a card to be kept up to date.</param>
    /// <param name="render">The message as it must look now for a conversation's key and locale; null leaves that card as it is. Called from several threads.</param>
    /// <param name="cancellationToken">Stops it between two cards.</param>
    /// <returns>When to call again because a card could not be reached for the moment; null when all show what they must, or never will. A card somebody
    /// has deleted is not sent anew: it has told what it had to, and is noted as gone.</returns>
    public Task<DateTimeOffset?> UpdateAsync(
        string tenant, string subject, IReadOnlyCollection<string> kinds, Func<string, string?, Activity?> render, CancellationToken cancellationToken) =>
        UpdateAsync(tenant, subject, kinds.Contains, (_, key, locale) => render(key, locale), cancellationToken);

    /// <summary>The same for cards that look different by what they were sent as.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="subject">What the cards are about.</param>
    /// <param name="isKept">Whether cards of that kind are kept up to date; of others nothing further is read.</param>
    /// <param name="render">The message as it must look now for its kind and a conversation's key and locale; null leaves that card as it is. Called from several threads.</param>
    /// <param name="cancellationToken">Stops it between two cards.</param>
    /// <returns>As above.</returns>
    public async Task<DateTimeOffset?> UpdateAsync(
        string tenant, string subject, Func<string, bool> isKept, Func<string, string, string?, Activity?> render, CancellationToken cancellationToken)
    {
        var behind = new Behind();
        if (await conversations.IsStoppedAsync(tenant, cancellationToken))
        {
            return null;
        }

        var bound = new ParallelOptions { MaxDegreeOfParallelism = options.Value.InFlight, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(ledger.AboutAsync(subject, cancellationToken), bound, async (posted, token) =>
        {
            if (posted is { State: DeliveryState.Sent, ActivityId: not null, ServiceUrl: { } serviceUrl, ConversationId: not null }
                && isKept(posted.Kind) && conversations.Trusted(serviceUrl) is not null)
            {
                var place = await conversations.FindAsync(tenant, posted.Audience, token);
                if (place is not { IsActive: false } && render(posted.Kind, posted.Audience, place?.Locale) is { } message)
                {
                    await UpdateOneAsync(tenant, posted, message, behind, token);
                }
            }
        });
        return behind.Again;
    }

    private async Task UpdateOneAsync(string tenant, Delivery posted, Activity message, Behind behind, CancellationToken cancellationToken)
    {
        try
        {
            await connector.For(tenant, ConnectorLane.Broadcast).UpdateActivityAsync(
                posted.ServiceUrl!, posted.ConversationId!, posted.ActivityId!, NetworkStamp.On(message, NetworkStamp.OfSubject(posted.Subject)), cancellationToken);
            if (posted.Behind > 0)
            {
                await ledger.NoteAsync(posted, posted with { Behind = 0 }, cancellationToken);
            }
        }
        catch (ConnectorException failure)
        {
            LogNotUpdated(logger, posted.Subject, failure.Code ?? failure.Status.ToString());
            await FollowAsync(tenant, posted, failure, behind, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A message that cannot be made, or a client that cannot be asked: the others are brought up to date all the same.
            LogTrouble(logger, posted.Subject, FaultTrace.Of(failure));
            await PostponeAsync(posted, wait: null, behind, cancellationToken);
        }
    }

    private async Task FollowAsync(string tenant, Delivery posted, ConnectorException failure, Behind behind, CancellationToken cancellationToken)
    {
        switch (failure.Outcome)
        {
            case ConnectorOutcome.TryAgain or ConnectorOutcome.InDoubt or ConnectorOutcome.CheckRegistration:
                await PostponeAsync(posted, failure.RetryAfter, behind, cancellationToken);
                break;
            case ConnectorOutcome.SendAnew or ConnectorOutcome.ForgetConversation:
                await ledger.NoteAsync(posted, posted with { ActivityId = null, Error = failure.Code }, cancellationToken);
                await conversations.FollowAsync(tenant, posted.Audience, failure.Outcome, cancellationToken);
                break;
            default:
                await conversations.FollowAsync(tenant, posted.Audience, failure.Outcome, cancellationToken);
                break;
        }
    }

    private async Task PostponeAsync(Delivery posted, TimeSpan? wait, Behind behind, CancellationToken cancellationToken)
    {
        var failures = posted.Behind + 1;
        if (failures > MostFailures)
        {
            return;
        }

        await ledger.NoteAsync(posted, posted with { Behind = failures }, cancellationToken);
        behind.ComeBack(time.GetUtcNow() + (wait ?? TimeSpan.FromSeconds(15 << (failures - 1))));
    }

    [LoggerMessage(EventId = 4002, Level = LogLevel.Warning, Message = "About {Subject}: a posted card was not updated ({Error})")]
    private static partial void LogNotUpdated(ILogger logger, string subject, string error);

    [LoggerMessage(EventId = 4013, Level = LogLevel.Warning, Message = "About {Subject}: trouble with a posted card; it is tried again. {Fault}")]
    private static partial void LogTrouble(ILogger logger, string subject, string fault);

    /// <summary>When the first of the cards that could not be reached is tried again.</summary>
    private sealed class Behind
    {
        private readonly Lock gate = new();

        public DateTimeOffset? Again { get; private set; }

        public void ComeBack(DateTimeOffset at)
        {
            lock (gate)
            {
                Again = Again is { } sooner && sooner < at ? sooner : at;
            }
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Deliveries;

/// <summary>Sends announcements: claims a line of the ledger, sends, and notes how it went. A bounded number at a time, in stretches of
/// <see cref="AnnouncementSlice.Length"/>, so that ten thousand recipients hold up nothing else.</summary>
internal sealed partial class Announcer(
    DeliveryLedger ledger, ConversationBook conversations, AudienceSender sender, IOptions<ConnectorOptions> options, TimeProvider time, ILogger<Announcer> logger)
{
    /// <summary>How long nobody else is tried when the bot itself is refused.</summary>
    private static readonly TimeSpan UntilRegistered = TimeSpan.FromMinutes(5);

    /// <summary>Where nobody can be woken, a tenant that is switched off is tried again after this time.</summary>
    private static readonly TimeSpan UntilSwitchedOn = TimeSpan.FromHours(1);

    /// <summary>Tells those who were not told yet, for a stretch of time. Who is being told when it ends, or when it is stopped, is told to the end.</summary>
    /// <returns>When to call again because something is still under way, at once when the stretch was too short for all; null when everybody is done.</returns>
    public async Task<DateTimeOffset?> AnnounceAsync(Announcement announcement, CancellationToken cancellationToken)
    {
        var slice = new AnnouncementSlice(time, cancellationToken);
        if (await conversations.IsStoppedAsync(announcement.Tenant, cancellationToken))
        {
            await ParkAsync(announcement, slice, cancellationToken);
            return slice.Again;
        }

        var left = await LeftAsync(announcement, slice, cancellationToken);
        var bound = new ParallelOptions { MaxDegreeOfParallelism = options.Value.InFlight };
#pragma warning disable CA2016 // Cancelling ends the stretch between two recipients, not one of them half told.
        await Parallel.ForEachAsync(left.TakeWhile(_ => slice.TakesNext()), bound, async (audience, _) => await TellAsync(announcement, audience, slice, cancellationToken));
#pragma warning restore CA2016
        cancellationToken.ThrowIfCancellationRequested();
        return slice.Again;
    }

    /// <summary>Who is not done, by one look at the ledger instead of one for each.</summary>
    private async Task<IEnumerable<Audience>> LeftAsync(Announcement announcement, AnnouncementSlice slice, CancellationToken cancellationToken)
    {
        if (announcement.Audiences.Count == 1)
        {
            return announcement.Audiences;
        }

        var now = time.GetUtcNow();
        var untouched = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var line in ledger.OfKindAsync(announcement.Subject, announcement.Kind, cancellationToken))
        {
            if (DeliveryLedger.IsBeyondBelief(line, now))
            {
                continue;
            }

            if (line.State is DeliveryState.Claimed && line.LeaseUntil > now)
            {
                slice.ComeBack(line.LeaseUntil);
                untouched.Add(line.Audience);
            }
            else if (line.State is DeliveryState.Sent or DeliveryState.Failed or DeliveryState.GivenUp
                || (line.State is DeliveryState.Waiting && line.LeaseUntil > now && !await IsThereNowAsync(announcement.Tenant, line.Audience, cancellationToken)))
            {
                untouched.Add(line.Audience);
            }
        }

        return announcement.Audiences.Where(audience => !untouched.Contains(audience.Key));
    }

    private async ValueTask<bool> IsThereNowAsync(string tenant, string key, CancellationToken cancellationToken) =>
        await conversations.FindAsync(tenant, key, cancellationToken) is { IsActive: true };

    private async Task TellAsync(Announcement announcement, Audience audience, AnnouncementSlice slice, CancellationToken cancellationToken)
    {
        if (audience.IsWanted is { } isWanted && !await isWanted(cancellationToken))
        {
            return;
        }

        var (mine, row, line) = await ledger.ClaimAsync(announcement.Subject, announcement.Kind, audience.Key, cancellationToken);
        if (!mine)
        {
            if (line.State is DeliveryState.Claimed)
            {
                slice.ComeBack(line.LeaseUntil);
            }

            return;
        }

        var (outcome, failure) = await sender.SendAsync(announcement, audience, line, cancellationToken);
        Count(outcome.State);
        if (outcome.State is DeliveryState.Failed or DeliveryState.GivenUp)
        {
            LogUndelivered(logger, announcement.Subject, announcement.Kind, outcome.Error ?? string.Empty);
        }

        // What was sent is noted even when the process is being stopped.
        await ledger.SaveAsync(row, outcome, CancellationToken.None);
        if (outcome.State is DeliveryState.Claimed)
        {
            slice.ComeBack(outcome.LeaseUntil);
        }

        await StopIfAllConcernedAsync(announcement, failure, slice, cancellationToken);
    }

    private static void Count(DeliveryState state)
    {
        var outcome = state switch
        {
            DeliveryState.Sent => "sent",
            DeliveryState.Waiting => "waiting",
            DeliveryState.Failed => Tags.Failed,
            DeliveryState.GivenUp => "given_up",
            _ => "again",
        };
        Measures.Deliveries.Add(1, new KeyValuePair<string, object?>(Tags.Outcome, outcome));
    }

    /// <summary>Some failures would meet everybody else as well; then nobody else is tried.</summary>
    private async Task StopIfAllConcernedAsync(Announcement announcement, ConnectorException? failure, AnnouncementSlice slice, CancellationToken cancellationToken)
    {
        switch (failure)
        {
            case { Outcome: ConnectorOutcome.CheckRegistration }:
                LogCheckRegistration(logger, failure.Code ?? failure.Status.ToString());
                slice.Stop(time.GetUtcNow() + UntilRegistered);
                break;
            case { Outcome: ConnectorOutcome.StopTenant }:
                LogStopped(logger, announcement.Tenant);
                await ParkAsync(announcement, slice, cancellationToken);
                break;
            case { IsTenantWide: true, RetryAfter: { } wait }:
                slice.Stop(time.GetUtcNow() + wait);
                break;
            default:
                break;
        }
    }

    /// <summary>Nothing more is sent until something comes from the tenant.</summary>
    private async Task ParkAsync(Announcement announcement, AnnouncementSlice slice, CancellationToken cancellationToken)
    {
        slice.Stop(announcement.Wake is null ? time.GetUtcNow() + UntilSwitchedOn : null);
        if (announcement.Wake is { } subject)
        {
            await conversations.WaitForTenantAsync(announcement.Tenant, subject, cancellationToken);
        }
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "About {Subject}, {Kind}: not delivered ({Error})")]
    private static partial void LogUndelivered(ILogger logger, string subject, string kind, string error);

    [LoggerMessage(EventId = 4010, Level = LogLevel.Error, Message = "The Connector refuses the bot itself ({Error}); check its registration and credential. Nobody is told anything until then")]
    private static partial void LogCheckRegistration(ILogger logger, string error);

    [LoggerMessage(EventId = 4011, Level = LogLevel.Warning, Message = "The administration of tenant {Tenant} has switched the bot off; nothing is sent there until something comes from it")]
    private static partial void LogStopped(ILogger logger, string tenant);
}

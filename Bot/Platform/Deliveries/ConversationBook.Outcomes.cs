using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;

namespace Bot.Platform.Deliveries;

/// <summary>What the Connector's answers teach about conversations and tenants.</summary>
internal sealed partial class ConversationBook
{
    /// <summary>Row that stands as long as the tenant has the bot switched off.</summary>
    private const string StoppedKey = "stopped";

    /// <summary>What another instance has learned of a tenant is known here after this time at the latest.</summary>
    private static readonly TimeSpan TenantFresh = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (bool IsStopped, long At)> tenantStates = new(StringComparer.Ordinal);

    /// <summary>Does to what is stored what follows from the outcome of a call; most outcomes change nothing.</summary>
    public Task FollowAsync(string tenant, string key, ConnectorOutcome outcome, CancellationToken cancellationToken) => outcome switch
    {
        ConnectorOutcome.NotInConversation or ConnectorOutcome.InstallFirst => DeactivateAsync(tenant, key, cancellationToken),
        ConnectorOutcome.ForgetConversation => ForgetAsync(tenant, key, cancellationToken),
        ConnectorOutcome.StopTenant => StopAsync(tenant, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>Whether nothing may be sent to the tenant until something comes from it.</summary>
    public async ValueTask<bool> IsStoppedAsync(string tenant, CancellationToken cancellationToken)
    {
        if (tenantStates.TryGetValue(tenant, out var known) && !known.IsStopped && time.GetElapsedTime(known.At) < TenantFresh)
        {
            return false;
        }

        var isStopped = await tables.GetEntityIfExistsAsync(Table, tenant, StoppedKey, cancellationToken) is not null;
        RememberTenant(tenant, isStopped);
        return isStopped;
    }

    /// <summary>Writes down that the subject is to be looked at as soon as something comes from the tenant again. Harmless to repeat.</summary>
    public async Task WaitForTenantAsync(string tenant, DueSubject subject, CancellationToken cancellationToken)
    {
        await WaitAsync(tenant, StoppedKey, subject, cancellationToken);
        // It may have come between the two; then nobody else would wake the subject.
        if (!await IsStoppedAsync(tenant, cancellationToken))
        {
            await WakeAsync(tenant, StoppedKey, cancellationToken);
        }
    }

    /// <summary>Some conversations of several people the bot is part of.</summary>
    public async Task<IReadOnlyList<KnownConversation>> RoomsAsync(string tenant, int most, CancellationToken cancellationToken)
    {
        var rooms = new List<KnownConversation>();
        await foreach (var row in tables.QueryAsync(Table, RowRange.WithPrefix(tenant, RoomPrefix), cancellationToken))
        {
            if (Read(row, row.RowKey) is { IsActive: true } room && Trusted(room.ServiceUrl) is not null)
            {
                rooms.Add(room);
            }

            if (rooms.Count >= most)
            {
                break;
            }
        }

        return rooms;
    }

    /// <summary>The address when the bot may call it, otherwise null: what was stored or sent is checked like what comes in.</summary>
    public string? Trusted(string? serviceUrl) => serviceUrls.IsAllowed(serviceUrl) ? serviceUrl : null;

    /// <summary>Something came from the tenant: it may be sent to again, and what waited for that is looked at.</summary>
    private async Task LiftAsync(string tenant, Activity activity, CancellationToken cancellationToken)
    {
        // That the bot is taken away somewhere is no sign that it may speak again.
        if (ConversationChange.Of(activity).IsActive is false || !await IsStoppedAsync(tenant, cancellationToken))
        {
            return;
        }

        await DeleteAsync(tenant, StoppedKey, cancellationToken);
        RememberTenant(tenant, isStopped: false);
        await WakeAsync(tenant, StoppedKey, cancellationToken);
    }

    private async Task StopAsync(string tenant, CancellationToken cancellationToken)
    {
        var row = new TableEntity(tenant, StoppedKey) { ["Format"] = 1, ["At"] = time.GetUtcNow() };
        await tables.SubmitTransactionAsync(Table, [TableTransactionAction.Upsert(row)], cancellationToken);
        RememberTenant(tenant, isStopped: true);
    }

    private void RememberTenant(string tenant, bool isStopped)
    {
        if (tenantStates.Count >= NotedLimit)
        {
            tenantStates.Clear();
        }

        tenantStates[tenant] = (isStopped, time.GetTimestamp());
    }

    private async Task DeactivateAsync(string tenant, string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(tenant, key, cancellationToken) is { IsActive: true } known)
        {
            await WriteAsync(known with { IsActive = false }, cancellationToken);
        }
    }

    private async Task ForgetAsync(string tenant, string key, CancellationToken cancellationToken)
    {
        await DeleteAsync(tenant, KeyPart.Of(key), cancellationToken);
        noted.TryRemove((tenant, key), out _);
    }

    /// <summary>A row that was written anew meanwhile stays: that is news from the conversation itself.</summary>
    private async Task DeleteAsync(string tenant, string rowKey, CancellationToken cancellationToken)
    {
        if (await tables.GetEntityIfExistsAsync(Table, tenant, rowKey, cancellationToken) is { } row)
        {
            await tables.SubmitTransactionAsync(Table, [TableTransactionAction.Delete(row)], cancellationToken);
        }
    }
}

using System;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Platform.Tables;

/// <summary>Whether the store answers who reads, and who writes: one read of a row that never exists, and its deletion, which changes nothing. Nearly every turn stores something; a file
/// that another process holds, and a disk that has become read-only, are read all the same.</summary>
internal sealed class StoreCheck(ITableStore store) : IHealthCheck
{
    /// <summary>The part's name.</summary>
    public const string Part = "store";

    /// <summary>A table every bot has; the first read of an empty store is told that it is not there yet.</summary>
    private const string Table = "due";

    private const string NoKey = "ready";

    private const int NotFound = 404;

    /// <summary>Asks, until the check's time is over. The embedded store reads on the caller's thread, hence another one.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Task.Run(() => AskAsync(cancellationToken), cancellationToken).WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (RequestFailedException answer) when (answer.Status == NotFound)
        {
            return HealthCheckResult.Healthy();
        }
#pragma warning disable CA1031 // Whatever it is, the store does not answer; who asks is told that and no more.
        catch (Exception)
#pragma warning restore CA1031
        {
            return HealthCheckResult.Unhealthy();
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        await store.GetEntityIfExistsAsync(Table, NoKey, NoKey, cancellationToken);
        await store.SubmitTransactionAsync(Table, [TableTransactionAction.Delete(new TableEntity(NoKey, NoKey) { ETag = ETag.All })], cancellationToken);
    }
}

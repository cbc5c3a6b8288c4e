using System;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Platform.Tables;

/// <summary>Whether the store answers: one read of a row that never exists.</summary>
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
            await Task.Run(() => store.GetEntityIfExistsAsync(Table, NoKey, NoKey, cancellationToken), cancellationToken).WaitAsync(cancellationToken);
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
}

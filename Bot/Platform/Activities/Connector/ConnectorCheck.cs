using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Platform.Activities.Connector;

/// <summary>Whether the bot has, or gets, a token for the Connector. One that is still good is not asked for again, and after a refusal Entra is left alone for a while.</summary>
internal sealed class ConnectorCheck(IConnectorToken token, TimeProvider time) : IHealthCheck
{
    /// <summary>The part's name.</summary>
    public const string Part = "connector";

    /// <summary>Said of a bot without a registration, which needs no token: on a developer's machine only.</summary>
    public const string Anonymous = "connectorAnonymous";

    /// <summary>How long a refusal stands.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private DateTimeOffset refusedUntil = DateTimeOffset.MinValue;

    /// <summary>Asks, until the check's time is over; what was asked goes on and is there the next time.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (time.GetUtcNow() < refusedUntil)
            {
                return HealthCheckResult.Unhealthy();
            }
        }

        try
        {
            return await token.GetAsync(cancellationToken) is null ? HealthCheckResult.Healthy(Anonymous) : HealthCheckResult.Healthy();
        }
        catch (ConnectorException)
        {
            lock (gate)
            {
                refusedUntil = time.GetUtcNow() + Pause;
            }

            return HealthCheckResult.Unhealthy();
        }
        catch (OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Playground;
using Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Features.Setup.FoundNetwork;

/// <summary>Prints a set-up code into the log for each tenant that has no network: at start, and in place of one that was burnt or has expired.</summary>
/// <remarks>One for each tenant, so that a code given to the people of one is of no use in another. Where no tenants are named, which is so on a developer's machine only,
/// for the tenant of the local chat window.</remarks>
internal sealed partial class SetupCodes(
    SetupCodeStore codes, NetworkStore networks, IOptions<ActivityOptions> options, IPlaygroundWorld world, TimeProvider time, ILogger<SetupCodes> logger) : IHostedLifecycleService
{
    /// <summary>After the tables are there, and the example network where it is wanted.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var tenant in Tenants())
        {
            if (await networks.FindByTenantAsync(tenant, cancellationToken) is null)
            {
                await PrintAsync(tenant, cancellationToken);
            }
        }
    }

    /// <summary>Makes a code and prints it, this once.</summary>
    public async Task PrintAsync(string tenant, CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        Tell(tenant, await codes.MakeAsync(tenant, now, cancellationToken), (now + SetupCodeStore.Life).ToDateTimeOffset());
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private List<string> Tenants() =>
        options.Value.AllowedTenants().Select(tenant => tenant.ToString("D")).ToList() is { Count: > 0 } named ? named : [world.TenantId];

    [LoggerMessage(3701, LogLevel.Warning, "No network is set up in tenant {Tenant}. Whoever writes \"Einrichten: {Code}\" to the bot in a 1:1 chat until {Until:u} becomes its coordinator.")]
    private partial void Tell(string tenant, string code, DateTimeOffset until);
}

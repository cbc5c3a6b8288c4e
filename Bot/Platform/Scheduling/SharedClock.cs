using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Quartz's own cluster on PostgreSQL: of all instances one sweeps at a time, and another takes over when it is gone. Only where <see cref="SchedulingOptions.Postgres"/> is
/// set; nothing of it is loaded otherwise.</summary>
/// <remarks>The database holds nothing but the clock: two triggers and a job, which each start writes anew. Quartz creates its tables where they are missing.</remarks>
internal sealed class SharedClock(IOptions<SchedulingOptions> options) : IHostedService
{
    /// <summary>After so many signs of life that did not come, an instance counts as dead. Taking over from one that only stood still is harmless: who tells whom is claimed row by row.</summary>
    private const int MissedSigns = 2;

    /// <summary>Lets Quartz keep its triggers there.</summary>
    public static void Use(IQuartzBuilder quartz, string connection, TimeSpan checkin) => quartz.UsePersistentStore(store =>
    {
        store.UsePostgres(NpgsqlFactory.Instance, connection);
        store.ProvisionSchema();
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (checkin, MissedSigns * checkin));
    });

    /// <summary>Asks the database once, before the bot listens, so that whoever runs it reads what is wrong.</summary>
    /// <exception cref="OptionsValidationException">It does not answer, or not to this user.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await FindFaultAsync(options.Value.Postgres, cancellationToken) is { } reason)
        {
            throw new OptionsValidationException(
                SchedulingOptions.Section, typeof(SchedulingOptions),
                [$"{SchedulingOptions.Section}:{nameof(SchedulingOptions.Postgres)}: the database does not let the bot in: {reason}. Without this setting each instance keeps its own clock."]);
        }
    }

    /// <summary>Opens the database once.</summary>
    /// <returns>Why it does not let the bot in, without a secret; null when it does.</returns>
    public static async Task<string?> FindFaultAsync(string? database, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(database);
            await connection.OpenAsync(cancellationToken);
            return null;
        }
        catch (Exception failure) when (failure is NpgsqlException or ArgumentException or TimeoutException or InvalidOperationException)
        {
            // Npgsql names host, port, database and user, never the password; what cannot be read as a connection string is not repeated.
            return failure is NpgsqlException ? failure.Message : "it cannot be read as a connection string";
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

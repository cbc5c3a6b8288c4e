using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Azure.Identity;
using Bot.Platform.Tables.Rest;
using Bot.Platform.Tables.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Tables;

/// <summary>Puts the store that the configuration names into the container.</summary>
internal static class TableServices
{
    /// <summary>How long the store may take to answer who asks whether the bot is ready.</summary>
    private static readonly TimeSpan CheckTime = TimeSpan.FromSeconds(3);

    /// <summary>Adds <see cref="ITableStore"/>, configured by <see cref="TableOptions"/>. Wrong settings and an unusable data file stop the start.</summary>
    public static IServiceCollection AddTableStore(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<TableOptions>, TableOptionsValidator>()
            .AddOptions<TableOptions>()
            .BindConfiguration(TableOptions.Section, bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ITableStore>(provider => new ObservedTableStore(Open(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<StoreProbe>();
        services.AddSingleton<StoreCheck>().AddHealthChecks().AddCheck<StoreCheck>(StoreCheck.Part, timeout: CheckTime);
        return services.AddHostedService<OpenAtStart>();
    }

    /// <summary>Opens the store that the options name; the embedded one is created when it is not there.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="contentRoot">What a relative folder is relative to.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where the service's repeated refusals are noted.</param>
    public static ITableStore Open(TableOptions options, string contentRoot, TimeProvider time, ILogger<RestTableStore> log)
    {
        if (options.ConnectionString is { } connectionString)
        {
            return new RestTableStore(TableConnectionString.Parse(connectionString), new TableClientOptions(), time, log);
        }

        if (options.Endpoint is { } endpoint)
        {
            var identity = new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ManagedIdentityClientId };
            return new RestTableStore(endpoint, new DefaultAzureCredential(identity), new TableClientOptions(), log);
        }

        return new SqliteTableStore(Path.Combine(contentRoot, options.DataFolder), time);
    }

    private static ITableStore Open(IServiceProvider services) => Open(
        services.GetRequiredService<IOptions<TableOptions>>().Value,
        services.GetRequiredService<IHostEnvironment>().ContentRootPath,
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<RestTableStore>>());

    /// <summary>Asks for the store at start, so that a damaged file is told then and not in the first turn.</summary>
#pragma warning disable CS9113 // Asking for the store opens it; nothing more is to be done.
    private sealed class OpenAtStart(ITableStore store) : IHostedService
#pragma warning restore CS9113
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

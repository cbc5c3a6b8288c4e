using Bot.Platform.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Backups;

/// <summary>Backup and restore of whole networks, for whoever runs the bot.</summary>
internal static class BackupsFeature
{
    /// <summary>Adds the orders. They need the store and nothing else of the bot.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddSingleton<NetworkBackup>()
        .AddSingleton<NetworkRestore>()
        .AddSingleton<BackupOrders>()
        .AddSingleton<StoreOrders>();

    /// <summary>Adds what ends a running bot when its store is moved.</summary>
    public static IServiceCollection AddStopOnMarkedStore(this IServiceCollection services) => services.AddSingleton<IDueHandler, StopOnMarkedStore>();
}

using System;
using System.Linq;
using Bot.Features.Backups.Export;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Turns;
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

    /// <summary>Adds the orders for a network that leaves, to everything the bot is made of: each feature hands over its own part. In front of the store stands one that only reads.</summary>
    public static IServiceCollection AddLeaving(this IServiceCollection services)
    {
        var store = services.Last(service => service.ServiceType == typeof(ITableStore));
        return services
            .AddSingleton(provider => new PictureTableStore((ITableStore)(store.ImplementationInstance ?? store.ImplementationFactory!(provider)), isOwned: store.ImplementationInstance is null))
            .AddSingleton<ITableStore>(provider => provider.GetRequiredService<PictureTableStore>())
            .AddSingleton<ITakenAlong, TakenCommittees>()
            .AddSingleton<ITakenAlong, TakenPeople>()
            .AddSingleton<ITakenAlong, TakenMeetings>()
            .AddSingleton<ITakenAlong, TakenCases>()
            .AddSingleton<NetworkExport>()
            .AddSingleton(provider =>
            {
                var inner = provider.GetRequiredService<PictureTableStore>().Inner;
                var removal = new NetworkRemoval(inner, new NetworkStore(inner, provider.GetRequiredService<TimeProvider>()));
                return new LeaveOrders(inner, provider.GetRequiredService<NetworkExport>(), removal);
            });
    }

    /// <summary>Adds what ends a running bot when its store is moved.</summary>
    public static IServiceCollection AddStopOnMarkedStore(this IServiceCollection services) => services.AddSingleton<IDueHandler, StopOnMarkedStore>();
}

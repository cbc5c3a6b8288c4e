using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Checkup;

/// <summary>A look at everything the bot needs, for whoever sets it up.</summary>
internal static class CheckupFeature
{
    /// <summary>Adds the order, with its looks in the order they are told.</summary>
    public static IServiceCollection AddCheckup(this IServiceCollection services) => services
        .AddSingleton<ILook, SettingsLook>()
        .AddSingleton<ILook, ZoneLook>()
        .AddSingleton<ILook, StoreLook>()
        .AddSingleton<ILook, ChannelLook>()
        .AddSingleton<ILook, TokenLook>()
        .AddSingleton<ILook, GraphLook>()
        .AddSingleton<ILook, DatabaseLook>()
        .AddSingleton<ILook, CollectorLook>()
        .AddSingleton<ILook, PortLook>()
        .AddSingleton<CheckOrder>();
}

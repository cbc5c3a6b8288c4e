using System;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Playground;

/// <summary>The local chat windows, wired up. Outside Development nothing of it runs and no address is mapped.</summary>
internal static class PlaygroundRegistration
{
    /// <summary>Adds the windows; <see cref="IPlaygroundWorld"/> is added by whoever knows the people.</summary>
    public static IServiceCollection AddPlayground(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<PlaygroundOptions>, PlaygroundOptionsValidator>();
        services.AddSingleton<IValidateOptions<PlaygroundOptions>, PlaygroundOnlyInDevelopment>();
        services.AddOptions<PlaygroundOptions>()
            .Bind(configuration.GetSection(PlaygroundOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LoopbackClient>();
        services.AddSingleton<PlaygroundWindows>();
        services.AddSingleton<PlaygroundRoster>();
        services.AddSingleton<RelayedMessages>();
        services.AddSingleton<ActivityRelay>();
        services.AddSingleton<WindowCalls>();
        services.AddSingleton<WindowConnector>();
        services.AddSingleton<ConnectorRelay>();
        services.AddSingleton(new NodeSearch(Environment.GetEnvironmentVariable("PATH")));
        services.AddSingleton(new PlaygroundNotice(Console.Out));
        services.AddSingleton<PlaygroundPackage>();
        services.AddSingleton<PlaygroundLauncher>();
        services.AddHostedService<PlaygroundHost>();
        return services;
    }

    /// <summary>Maps the relay between bot and windows, where the windows are enabled.</summary>
    public static WebApplication MapPlayground(this WebApplication app)
    {
        if (IsEnabled(app.Services))
        {
            RelayEndpoints.Map(app);
        }

        return app;
    }

    /// <summary>On in Development unless switched off; never anywhere else.</summary>
    public static bool IsEnabled(IServiceProvider services) =>
        services.GetRequiredService<IHostEnvironment>().IsDevelopment()
        && services.GetRequiredService<IOptions<PlaygroundOptions>>().Value.Enabled is not false;
}

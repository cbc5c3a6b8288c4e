using Bot.Platform.Playground;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Features.ExampleNetwork;

/// <summary>The example network to try the bot with, in Development only.</summary>
internal static class ExampleNetworkFeature
{
    /// <summary>Adds the example network unless it is switched off or the environment is not Development.</summary>
    public static IServiceCollection AddExampleNetwork(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton<IPlaygroundWorld, ExampleWorld>();
        services.AddOptions<ExampleNetworkOptions>()
            .Bind(configuration.GetSection(ExampleNetworkOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        if (environment.IsDevelopment() && configuration.GetValue("ExampleNetwork:Enabled", defaultValue: true))
        {
            services.AddHostedService<ExampleNetworkSeed>();
        }

        return services;
    }
}

/// <summary>Settings of the example network.</summary>
internal sealed class ExampleNetworkOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "ExampleNetwork";

    /// <summary>Whether the example network is put into an empty store. Only in Development.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether the people of the example network get a weekly overview.</summary>
    public bool Digest { get; set; } = true;
}

using System;
using Bot.Platform.Activities.Connector.Credentials;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities.Connector;

/// <summary>Registers how the bot speaks to the channel.</summary>
internal static class ConnectorServices
{
    /// <summary>How long Entra may take while somebody waits to hear whether the bot is ready.</summary>
    private static readonly TimeSpan CheckTime = TimeSpan.FromSeconds(3);

    /// <summary>Adds <see cref="IConnectorClient"/>, with its token and its pace. What is registered before is kept; a client put in its place serves both lanes.</summary>
    public static IServiceCollection AddConnector(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ConnectorOptions>, ConnectorOptionsRanges>()
            .AddSingleton<IValidateOptions<ConnectorOptions>, ConnectorOptionsValidator>()
            .AddOptions<ConnectorOptions>()
            .BindConfiguration(ConnectorOptions.Section, bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.TryAddSingleton<ServiceUrls>();
        services.TryAddSingleton(CredentialOf);
        services.TryAddSingleton(TokenOf);
        services.TryAddSingleton<ConnectorPace>();
        services.TryAddSingleton(WireOf);
        services.TryAddSingleton<ConnectorClient>();
        services.TryAddSingleton<IConnectorClient, PacedConnector>();
        services.AddSingleton<ConnectorCheck>().AddHealthChecks().AddCheck<ConnectorCheck>(ConnectorCheck.Part, timeout: CheckTime);
        return services;
    }

    private static ConnectorWire WireOf(IServiceProvider services) => new(
        services.GetRequiredService<ServiceUrls>(), services.GetRequiredService<IConnectorToken>(), services.GetRequiredService<TimeProvider>(),
        ConnectorWire.Network(), services.GetRequiredService<ILogger<ConnectorWire>>());

    private static BotCredential CredentialOf(IServiceProvider services)
    {
        var bot = services.GetRequiredService<IOptions<ActivityOptions>>().Value;
        return new BotCredential(bot, services.GetRequiredService<IOptions<ConnectorOptions>>().Value, ChannelCloud.Of(bot) ?? ChannelCloud.Public, transport: null);
    }

    private static IConnectorToken TokenOf(IServiceProvider services)
    {
        var cloud = ChannelCloud.Of(services.GetRequiredService<IOptions<ActivityOptions>>().Value) ?? ChannelCloud.Public;
        var credential = services.GetRequiredService<BotCredential>();
        return credential.IsGiven
            ? new EntraToken(TermOf(services, credential).Create, cloud.ConnectorScope, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<EntraToken>>())
            : new AnonymousToken();
    }

    private static CertificateTerm TermOf(IServiceProvider services, BotCredential credential) =>
        new(credential, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<CertificateTerm>>());
}

using System;
using Bot.Platform.Activities.Authentication;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Activities.Files;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities;

/// <summary>Registers what speaks with the channel.</summary>
internal static class ActivityServices
{
    extension(IServiceCollection services)
    {
        /// <summary>Everything but <see cref="IBot"/>, <see cref="IFaultText"/> and <see cref="ILateAnswers"/>, which the bot itself brings. What is registered before is kept,
        /// so that a test can put its own Connector or authentication in place.</summary>
        /// <param name="configuration">Root of the configuration.</param>
        public IServiceCollection AddActivities(IConfiguration configuration)
        {
            services.AddOptions<ActivityOptions>()
                .Configure(options => ReadOfficialKeys(options, configuration))
                .BindConfiguration(ActivityOptions.Section, bind => bind.ErrorOnUnknownConfiguration = true)
                .ValidateOnStart();
            services.TryAddSingleton<IValidateOptions<ActivityOptions>, ActivityOptionsValidator>();
            services.AddOptions<LimitOptions>()
                .BindConfiguration(LimitOptions.Section, bind => bind.ErrorOnUnknownConfiguration = true)
                .ValidateOnStart();
            services.TryAddSingleton<IValidateOptions<LimitOptions>, LimitOptionsValidator>();
            services.TryAddSingleton(TimeProvider.System);
            services.TryAddSingleton<ActivityReader>();
            services.TryAddSingleton<TurnGate>();
            services.TryAddSingleton<SenderLimit>();
            services.AddConnector();
            services.AddAuthentication();
            services.AddOptions<UploadOptions>().BindConfiguration(UploadOptions.Section, bind => bind.ErrorOnUnknownConfiguration = true).ValidateOnStart();
            services.TryAddSingleton<IValidateOptions<UploadOptions>, UploadOptionsValidator>();
            services.TryAddSingleton<FileUpload>();
            services.TryAddSingleton<FileDownload>();
            services.TryAddSingleton<TurnRunner>();
            services.TryAddSingleton<ActivityEndpoint>();
            services.AddHostedService(provider => provider.GetRequiredService<TurnRunner>());
            return services;
        }

        /// <summary>With an app id tokens are checked everywhere, in Development too.</summary>
        private void AddAuthentication()
        {
            services.TryAddSingleton<KeyDocuments>();
            services.TryAddSingleton<ChannelKeys>();
            services.TryAddSingleton<TokenRules>();
            services.TryAddSingleton<ActivityRules>();
            services.TryAddSingleton<ChannelAuthentication>();
            services.TryAddSingleton<DevelopmentAuthentication>();
            services.TryAddSingleton<IRequestAuthentication>(provider =>
                provider.GetRequiredService<IOptions<ActivityOptions>>().Value.MicrosoftAppId.Length > 0
                    ? provider.GetRequiredService<ChannelAuthentication>()
                    : provider.GetRequiredService<DevelopmentAuthentication>());
            services.AddHostedService<KeyRefresh>();
        }
    }

    private static void ReadOfficialKeys(ActivityOptions options, IConfiguration configuration)
    {
        options.MicrosoftAppType = configuration[nameof(ActivityOptions.MicrosoftAppType)] ?? string.Empty;
        options.MicrosoftAppId = configuration[nameof(ActivityOptions.MicrosoftAppId)] ?? string.Empty;
        options.MicrosoftAppPassword = configuration[nameof(ActivityOptions.MicrosoftAppPassword)] ?? string.Empty;
        options.MicrosoftAppTenantId = configuration[nameof(ActivityOptions.MicrosoftAppTenantId)] ?? string.Empty;
        options.ChannelService = configuration[nameof(ActivityOptions.ChannelService)] ?? string.Empty;
        options.ToBotFromChannelOpenIdMetadataUrl = configuration[nameof(ActivityOptions.ToBotFromChannelOpenIdMetadataUrl)] ?? string.Empty;
        options.ToBotFromChannelTokenIssuer = configuration[nameof(ActivityOptions.ToBotFromChannelTokenIssuer)] ?? string.Empty;
    }
}
